//! As much of JSON Schema (draft 2020-12) as the schema of timelines uses. The crate that knows all
//! of it brings 34 others, which whoever runs the tests would have to build.

use std::fs;
use std::path::Path;

use serde_json::Value;

/// A schema.
pub struct Schema(Value);

impl Schema {
    /// Reads a schema.
    pub fn read(file: &Path) -> Self {
        let text = fs::read_to_string(file).expect("the schema is there");
        Self(serde_json::from_str(&text).expect("the schema is JSON"))
    }

    /// Where a document does not fit, and why.
    pub fn complaints(&self, document: &Value) -> Vec<String> {
        let mut complaints = Vec::new();
        self.check(&self.0, document, "", &mut complaints);
        complaints
    }

    fn fits(&self, schema: &Value, value: &Value) -> bool {
        let mut complaints = Vec::new();
        self.check(schema, value, "", &mut complaints);
        complaints.is_empty()
    }

    fn check(&self, schema: &Value, value: &Value, at: &str, complaints: &mut Vec<String>) {
        for (keyword, wanted) in schema.as_object().expect("a schema is an object") {
            let some = || wanted.as_array().expect("a list").iter();
            let fits = match keyword.as_str() {
                "$schema" | "$defs" | "title" | "description" => true,
                "$ref" => {
                    let name = wanted.as_str().and_then(|name| name.strip_prefix('#'));
                    let named = name.and_then(|name| self.0.pointer(name)).expect("it is defined");
                    self.check(named, value, at, complaints);
                    true
                }
                "anyOf" => some().any(|one| self.fits(one, value)),
                "oneOf" => some().filter(|one| self.fits(one, value)).count() == 1,
                "type" => is_of_type(value, wanted.as_str().expect("one type")),
                "const" => value == wanted,
                "enum" => some().any(|one| one == value),
                "minimum" => value.as_f64().is_none_or(|number| Some(number) >= wanted.as_f64()),
                "required" => some().all(|key| value.get(key.as_str().expect("a key")).is_some()),
                "items" => {
                    for (place, item) in value.as_array().into_iter().flatten().enumerate() {
                        self.check(wanted, item, &format!("{at}/{place}"), complaints);
                    }
                    true
                }
                "properties" => {
                    for (key, property) in wanted.as_object().expect("an object") {
                        if let Some(value) = value.get(key) {
                            self.check(property, value, &format!("{at}/{key}"), complaints);
                        }
                    }
                    true
                }
                "additionalProperties" => {
                    assert_eq!(wanted, false, "nothing else is understood");
                    let known = schema["properties"].as_object().expect("an object");
                    value
                        .as_object()
                        .is_none_or(|object| object.keys().all(|key| known.contains_key(key)))
                }
                unknown => panic!("this check does not know `{unknown}`"),
            };
            if !fits {
                complaints.push(format!("{at}: {value} does not fit {keyword}: {wanted}"));
            }
        }
    }
}

fn is_of_type(value: &Value, name: &str) -> bool {
    match name {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "integer" => value.is_i64() || value.is_u64(),
        "boolean" => value.is_boolean(),
        "null" => value.is_null(),
        unknown => panic!("this check does not know the type `{unknown}`"),
    }
}
