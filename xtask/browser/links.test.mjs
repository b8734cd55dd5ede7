// Every link of the book that stays in it leads to a page, and to a place on it; no id stands twice.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { browser, none, pages, site } from "./site.mjs";

test("every link leads somewhere, and no id stands twice on a page", async () => {
  const started = await browser();
  const page = await started.newPage({ javaScriptEnabled: false });
  const all = new Map();
  for (const name of pages) {
    const text = readFileSync(join(site, name), "utf8");
    all.set(name, await page.evaluate(read, text));
  }
  await started.close();
  const broken = [];
  for (const [name, { ids, links }] of all) {
    const twice = ids.filter((id, place) => ids.indexOf(id) !== place);
    broken.push(...twice.map((id) => `${name}: the id ${id} stands twice`));
    for (const link of links) {
      if (/^[a-z]+:/.test(link)) continue;
      const [path, id] = link.split("#");
      const target = decodeURIComponent(path.split("?")[0]) || name;
      const known = all.get(target);
      if (!known) {
        const isFile = !target.endsWith(".html") && readable(target);
        if (!isFile && !["print.html", "index.html"].includes(target)) broken.push(`${name}: ${link}: no such page`);
      } else if (id && !known.ids.includes(decodeURIComponent(id))) {
        broken.push(`${name}: ${link}: nothing on that page is called so`);
      }
    }
  }
  none(broken);
});

// Runs in the browser.
function read(text) {
  const page = new DOMParser().parseFromString(text, "text/html");
  return {
    ids: [...page.querySelectorAll("[id]")].map(({ id }) => id),
    links: [...page.querySelectorAll("main a[href]")].map((link) => link.getAttribute("href")),
  };
}

function readable(file) {
  try {
    return readFileSync(join(site, file)).length >= 0;
  } catch {
    return false;
  }
}
