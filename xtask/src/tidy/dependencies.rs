//! No lesson is called as a crate that it depends on.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result};
use cargo_metadata::{CargoOpt, Metadata, MetadataCommand};

use crate::course::Course;
use crate::tidy::Complaint;

/// Which packages need which others, for any reason: to build, to run, to be tested.
#[derive(Debug, Default)]
pub struct Graph {
    /// The members of the workspace.
    pub members: Vec<String>,
    /// The name of each package.
    pub names: BTreeMap<String, String>,
    /// What each package needs itself.
    pub needs: BTreeMap<String, Vec<String>>,
}

impl Graph {
    /// The workspace's own.
    pub fn of(course: &Course) -> Result<Self> {
        let metadata = MetadataCommand::new()
            .manifest_path(course.root.join("Cargo.toml"))
            .features(CargoOpt::AllFeatures)
            .exec()
            .context("asking `cargo metadata --all-features` which package needs which")?;
        Ok(Self::from(&metadata))
    }
}

impl From<&Metadata> for Graph {
    fn from(metadata: &Metadata) -> Self {
        let id = |id: &cargo_metadata::PackageId| id.repr.clone();
        let nodes = metadata.resolve.iter().flat_map(|resolve| &resolve.nodes);
        Self {
            members: metadata.workspace_members.iter().map(id).collect(),
            names: metadata.packages.iter().map(|p| (id(&p.id), p.name.to_string())).collect(),
            needs: nodes
                .map(|node| (id(&node.id), node.dependencies.iter().map(id).collect()))
                .collect(),
        }
    }
}

/// With a package of the same name in its tree, `cargo run -p NAME` does not know which is meant.
pub fn no_member_is_called_as_what_it_needs(graph: &Graph) -> Vec<Complaint> {
    let mut complaints = Vec::new();
    for member in &graph.members {
        let name = &graph.names[member];
        for path in reached(graph, member) {
            if graph.names.get(path.last().unwrap_or(member)) == Some(name) {
                let path: Vec<&str> =
                    path.iter().filter_map(|id| graph.names.get(id)).map(String::as_str).collect();
                complaints.push(format!(
                    "crates/{name}/Cargo.toml: it reaches a published crate of its own name ({}), \
                     and `cargo run -p {name}` would be ambiguous (rust-lang/cargo issue 12891): \
                     take that dependency out of this lesson",
                    path.join(" → ")
                ));
            }
        }
    }
    complaints
}

/// A path from `start` to each package that it needs, near or far.
fn reached(graph: &Graph, start: &str) -> Vec<Vec<String>> {
    let mut seen = BTreeSet::from([start.to_owned()]);
    let mut paths = vec![vec![start.to_owned()]];
    let mut next = 0;
    while let Some(path) = paths.get(next).cloned() {
        next += 1;
        let last = path.last().expect("a path has a start");
        for need in graph.needs.get(last).into_iter().flatten() {
            if seen.insert(need.clone()) {
                paths.push(path.iter().cloned().chain([need.clone()]).collect());
            }
        }
    }
    paths.split_off(1)
}
