// The built book, served on loopback from below a path, as any static host may serve it; and a browser.

import assert from "node:assert/strict";
import { createReadStream, existsSync, readdirSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { dirname, extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const here = dirname(fileURLToPath(import.meta.url));

export const root = join(here, "../..");
export const site = join(root, "docs/book");

const PATH = "/a/path/";
const TYPES = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};

if (!existsSync(join(site, "index.html"))) {
  throw new Error("docs/book is not there: cargo xtask book build");
}

// The pages of the book; not the one that holds all of them for printing.
export const pages = readdirSync(site)
  .filter((name) => name.endsWith(".html") && !["print.html", "404.html", "toc.html"].includes(name))
  .sort();

// The pages of lessons.
export const chapters = pages.filter((name) =>
  existsSync(join(root, "crates", name.replace(/\.html$/, ""), "chapter.md")),
);

// Complains of what was found, if anything was.
export function none(found) {
  const more = found.length > 15 ? `\nand ${found.length - 15} more` : "";
  if (found.length > 0) assert.fail(`\n${found.slice(0, 15).join("\n")}${more}`);
}

export async function serve() {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://127.0.0.1").pathname);
    const file = join(site, normalize(path.slice(PATH.length)));
    if (!path.startsWith(PATH) || !existsSync(file) || statSync(file).isDirectory()) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { "content-type": TYPES[extname(file)] ?? "application/octet-stream" });
    createReadStream(file).pipe(response);
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  return { base: `http://127.0.0.1:${server.address().port}${PATH}`, close: () => server.close() };
}

export const browser = () =>
  chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-background-networking", "--disable-component-update"],
  });

// A page that remembers what it must not do: ask another host, or complain.
export async function open(started, base, options = {}) {
  const { theme, ...rest } = options;
  const context = await started.newContext({ viewport: { width: 1280, height: 900 }, ...rest });
  if (theme) await context.addInitScript((name) => localStorage.setItem("mdbook-theme", name), theme);
  const page = await context.newPage();
  // All figures of a page, on a machine that is busy.
  page.setDefaultTimeout(120_000);
  page.trouble = [];
  page.on("request", (request) => {
    const isOurs = request.url().startsWith(base) || request.url().startsWith("data:");
    if (!isOurs) page.trouble.push(`it asks for ${request.url()}`);
  });
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) page.trouble.push(message.text());
  });
  page.on("pageerror", (error) => page.trouble.push(error.message));
  page.on("response", (response) => {
    if (response.status() >= 400) page.trouble.push(`${response.status()} for ${response.url()}`);
  });
  return page;
}
