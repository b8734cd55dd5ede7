// Looks at timelines in a real browser: axe-core finds nothing to complain about in any theme of the
// book, the page never overflows, the words and marks of a drawing are where it says they are, and an
// image is light or dark as the reader's system is.
//
//     cargo xtask timeline --format svg-page --out target/pages
//     cargo xtask timeline --format svg --out target/images
//     cd xtask/browser && npm ci && npm run timelines -- ../../target/pages ../../target/images [SHOTS]
//
// Needs Debian's chromium, or CHROMIUM names another one. With a third folder it leaves a screenshot of
// each theme and width there. Exits with 1 if it found anything, 2 if there is nothing to look at.

import { existsSync, mkdirSync, readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const here = dirname(fileURLToPath(import.meta.url));
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const colours = readFileSync(join(here, "../../docs/theme/timeline.css"), "utf8");

// mdBook's own colours: --bg and --fg of its five themes.
const THEMES = {
  light: ["#ffffff", "#000000"],
  rust: ["#e1e1db", "#262625"],
  coal: ["#131516", "#98a3ad"],
  navy: ["#161923", "#bcbdd0"],
  ayu: ["#0f1419", "#c5c5c5"],
};
const WIDTHS = [390, 1280];

const [pages, images, shots] = process.argv.slice(2);
const files = (folder) =>
  existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".svg")).sort() : [];
if (!pages || !images || files(pages).length === 0 || files(images).length === 0) {
  console.error("no pictures to look at: node timelines.js PAGES IMAGES [SHOTS]");
  process.exit(2);
}
if (shots) mkdirSync(shots, { recursive: true });

const found = [];
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox"],
});

for (const [theme, [back, text]] of Object.entries(THEMES)) {
  for (const width of WIDTHS) {
    const page = await open({ viewport: { width, height: 800 } });
    await page.setContent(inPage(theme, back, text));
    await look(page, `${theme}, ${width} px`);
    if (shots) await page.screenshot({ path: join(shots, `${theme}-${width}.png`), fullPage: true });
    await page.close();
  }
}

// A reader who has asked for few and strong colours.
{
  const page = await open({ viewport: { width: 1280, height: 800 }, forcedColors: "active" });
  await page.setContent(inPage("light", ...THEMES.light));
  const same = await page.evaluate(() => {
    const bar = document.querySelector(".mw-run");
    return getComputedStyle(bar).fill === getComputedStyle(document.body).color;
  });
  if (!same) found.push("forced colours: a bar does not have the colour of text");
  if (shots) await page.screenshot({ path: join(shots, "forced-1280.png"), fullPage: true });
  await page.close();
}

for (const scheme of ["light", "dark"]) {
  for (const width of WIDTHS) {
    const page = await open({ viewport: { width, height: 800 }, colorScheme: scheme });
    await page.setContent(asImages());
    await page.waitForFunction(() => [...document.images].every((image) => image.complete));
    const broken = await page.evaluate(() =>
      [...document.images].filter((image) => image.naturalWidth === 0).map((image) => image.alt),
    );
    found.push(...broken.map((name) => `${name} is no image`));
    const back = await page.evaluate(() => {
      const canvas = document.createElement("canvas");
      const context = canvas.getContext("2d");
      context.drawImage(document.images[0], 0, 0);
      return [...context.getImageData(2, 2, 1, 1).data].slice(0, 3);
    });
    const isDark = back.every((part) => part < 64);
    if (isDark !== (scheme === "dark")) found.push(`an image is ${back} where all is ${scheme}`);
    if (shots) {
      await page.screenshot({ path: join(shots, `image-${scheme}-${width}.png`), fullPage: true });
    }
    await page.close();
  }
}

await browser.close();
for (const what of found) console.error(what);
const looked = `${files(pages).length} drawings in ${Object.keys(THEMES).length} themes at ${WIDTHS.length} widths`;
console.log(found.length === 0 ? `${looked}: nothing to complain about` : `${found.length} complaints`);
process.exit(found.length === 0 ? 0 : 1);

async function open(options) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  page.on("request", (request) => {
    if (!request.url().startsWith("data:")) found.push(`it asks for ${request.url()}`);
  });
  page.on("console", (message) => {
    if (message.type() === "error") found.push(message.text());
  });
  return page;
}

// What axe-core, the page and the drawings themselves say.
async function look(page, where) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => window.axe.run());
  for (const { id, help, nodes } of violations) {
    found.push(`${where}: ${id}: ${help} (${nodes.length} times, first ${nodes[0].html.slice(0, 90)})`);
  }
  const trouble = await page.evaluate(() => {
    const trouble = [];
    if (document.documentElement.scrollWidth > innerWidth) trouble.push("the page overflows");
    for (const svg of document.querySelectorAll(".mw-timeline")) {
      const name = svg.querySelector("title").textContent;
      const whole = svg.getBoundingClientRect();
      const texts = [...svg.querySelectorAll("text")].map((text) => ({
        says: text.textContent,
        room: text.getBoundingClientRect(),
      }));
      for (const [place, { says, room }] of texts.entries()) {
        const slack = 0.5;
        if (room.left < whole.left - slack || room.right > whole.right + slack) {
          trouble.push(`${name}: "${says}" goes over the edge`);
        }
        for (const other of texts.slice(place + 1)) {
          // A font's box is higher than its letters.
          const apart =
            room.right <= other.room.left ||
            other.room.right <= room.left ||
            room.bottom - 3 <= other.room.top ||
            other.room.bottom - 3 <= room.top;
          if (!apart) trouble.push(`${name}: "${says}" lies on "${other.says}"`);
        }
      }
      if (svg.getAttribute("width") !== String(whole.width)) trouble.push(`${name} is scaled`);
    }
    return trouble;
  });
  found.push(...trouble.map((what) => `${where}: ${what}`));
}

function inPage(theme, back, text) {
  const figures = files(pages).map((file) => {
    const name = file.replace(/\.svg$/, "");
    const drawing = readFileSync(join(pages, file), "utf8");
    return `<h2>${name}</h2>
      <div class="scroll" tabindex="0" role="region" aria-label="${name}">${drawing}</div>`;
  });
  return `<!doctype html><html lang="en" class="js ${theme}"><head><title>Timelines</title>
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <style>${colours}
    body { background: ${back}; color: ${text}; font: 16px "Open Sans", sans-serif; margin: 16px }
    .scroll { overflow-x: auto } svg { max-width: none }
    </style></head><body><main><h1>Timelines</h1>${figures.join("\n")}</main></body></html>`;
}

function asImages() {
  const one = (file) => {
    const data = readFileSync(join(images, file)).toString("base64");
    const image = `<img alt="${file}" src="data:image/svg+xml;base64,${data}">`;
    return `<p>${image}</p>`;
  };
  return `<!doctype html><html lang="en"><head><title>Images</title>
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <style>body { margin: 8px } p { overflow-x: auto }</style></head>
    <body>${files(images).map(one).join("\n")}</body></html>`;
}
