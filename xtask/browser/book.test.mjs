// The book as a reader meets it, in Chromium.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { gzipSync } from "node:zlib";
import { browser, chapters, none, open, pages, root, serve, site } from "./site.mjs";

const THEMES = ["light", "rust", "coal", "navy", "ayu"];
// What a page may weigh, compressed, beyond what mdBook makes of its text: the book's own scripts and styles,
// and what the figures and the quizzes add to their code and their printed lines.
const HEAVIEST = 25_000;

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

let started;
let host;
before(async () => {
  started = await browser();
  host = await serve();
});
after(async () => {
  await started?.close();
  host?.close();
});

const visit = async (path, options) => {
  const page = await open(started, host.base, options);
  await page.goto(host.base + path);
  return page;
};
const close = async (page) => {
  assert.deepEqual(page.trouble, []);
  await page.context().close();
};
const rotates = (page) => {
  const figure = page.locator("#join_rotates");
  const button = (name) => figure.getByRole("button", { name, exact: true });
  return { figure, button, sentence: figure.locator(".mw-sentence"), counter: figure.locator(".mw-counter") };
};
// The lines that a figure's side shows, as its snapshot has them. A player has the disc of the picture, which
// counts all lines, in place of the number that a line has in its lane.
const printed = (figure, side = "tokio") =>
  figure.locator(`[data-runtime=${side}] .mw-lines li:visible, :scope > .mw-printed li:visible`).evaluateAll((rows) => {
    const lines = new Map();
    return rows.map((row, place) => {
      // A measured time is no part of a snapshot.
      const cells = [...row.children].map((cell) => cell.textContent).filter((cell) => !/^about \S+ s$/.test(cell));
      const lane = row.querySelector(".mw-lane").textContent;
      lines.set(lane, (lines.get(lane) ?? 0) + 1);
      if (row.querySelector(".mw-disc") && cells.shift() === String(place + 1)) {
        cells.splice(cells.indexOf(lane) + 1, 0, lines.get(lane));
      }
      return cells.join(" ").replace(/\s+/g, " ").trim();
    });
  });

describe("the player", () => {
  test("starts with the whole run, and steps forward, back, to the start and to the end", async () => {
    const page = await visit("gather.html");
    const { figure, button, sentence, counter } = rotates(page);
    const count = Number((await counter.textContent()).split(" ")[0]);
    assert.equal(await figure.locator(".mw-side[data-runtime=tokio] .mw-steps li").count(), count);
    assert.match(await sentence.textContent(), /^The whole run\./);
    await button("Step").click();
    assert.equal(await sentence.textContent(), "The runtime is given main.");
    assert.equal((await printed(figure)).length, 0, "nothing is printed yet");
    await button("Step").click();
    assert.equal(await sentence.textContent(), "main runs.");
    assert.equal(await counter.textContent(), `2 of ${count} · 0 s`);
    await button("Back").click();
    assert.equal(await sentence.textContent(), "The runtime is given main.");
    assert.ok(await button("Back").isDisabled());
    await figure.getByRole("slider").fill(String(count));
    assert.equal(await sentence.textContent(), "main is done.");
    assert.equal((await printed(figure)).length, 6);
    await button("Start").click();
    assert.match(await counter.textContent(), /^1 of/);
    await button("Whole run").click();
    assert.match(await sentence.textContent(), /^The whole run\./);
    await close(page);
  });

  test("each step says what its row in the text says, and lights a line", async () => {
    const page = await visit("gather.html");
    const { figure, button, sentence } = rotates(page);
    const rows = await figure.locator(".mw-side[data-runtime=tokio] .mw-steps li").allTextContents();
    let lit = 0;
    for (const row of rows) {
      await button("Step").click();
      assert.ok(row.endsWith(await sentence.textContent()), row);
      lit += await figure.locator("[data-runtime=tokio] .mw-lit:visible").count();
    }
    assert.ok(lit >= 10, `${lit} steps have a line`);
    await close(page);
  });

  test("the numbers beside the code are those of its file", async () => {
    const page = await visit("gather.html");
    const lines = readFileSync(join(root, "crates/gather/examples/join_rotates.rs"), "utf8").split("\n");
    const code = rotates(page).figure.locator("[data-runtime=tokio] .mw-code pre");
    const numbers = (await code.first().textContent()).split("\n").map(Number);
    const shown = (await code.last().locator("code").textContent()).split("\n");
    assert.ok(numbers.length > 10, `${numbers}`);
    for (const [place, number] of numbers.entries()) assert.equal(shown[place], lines[number - 1]);
    await close(page);
  });

  test("the lit line is the one that the sentence names", async () => {
    const page = await visit("gather.html#join_rotates-14");
    const { figure, sentence } = rotates(page);
    assert.match(await sentence.textContent(), /join_rotates\.rs:12/);
    const [lit, code] = await figure.locator("[data-runtime=tokio] .mw-code pre").last().evaluate((pre) => {
      const bar = pre.querySelector(".mw-lit").getBoundingClientRect();
      const text = pre.querySelector("code");
      const range = document.createRange();
      const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const at = walker.currentNode.data.indexOf("sleep(");
        if (at < 0) continue;
        range.setStart(walker.currentNode, at);
        range.setEnd(walker.currentNode, at + 5);
        break;
      }
      const word = range.getBoundingClientRect();
      return [[bar.top, bar.bottom], [word.top, word.bottom]];
    });
    assert.ok(lit[0] <= code[0] + 2 && code[1] <= lit[1] + 2, `${lit} holds ${code}`);
    await close(page);
  });

  test("plays by itself, and pauses", async () => {
    const page = await visit("gather.html");
    await page.clock.install();
    const { button, counter } = rotates(page);
    await button("Play").click();
    await page.clock.runFor(1500);
    assert.match(await counter.textContent(), /^[2-9] of/);
    await button("Pause").click();
    const stands = await counter.textContent();
    await page.clock.runFor(5000);
    assert.equal(await counter.textContent(), stands);
    await close(page);
  });

  test("keys step, and turn no page", async () => {
    const page = await visit("gather.html");
    const { button, sentence, counter } = rotates(page);
    await button("Step").focus();
    for (const key of ["ArrowRight", "ArrowRight", "ArrowLeft", "Home", "ArrowRight"]) await page.keyboard.press(key);
    assert.equal(await sentence.textContent(), "main runs.");
    await page.keyboard.press("End");
    assert.match(await sentence.textContent(), /^The whole run/);
    const count = Number((await counter.textContent()).split(" ")[0]);
    await page.locator("#join_rotates").getByRole("slider").focus();
    await page.keyboard.press("ArrowLeft");
    assert.ok((await counter.textContent()).startsWith(`${count - 1} of ${count}`));
    await page.locator("#join_rotates .mw-scroll").first().focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowLeft");
    assert.match(page.url(), /gather\.html$/);
    await close(page);
  });

  test("a link to a step leads there, from outside and from the prose", async () => {
    const page = await visit("gather.html#join_rotates-19");
    const { sentence } = rotates(page);
    assert.equal(await sentence.textContent(), "fetch_data#2 runs.");
    const link = page.locator('main a[href="#join_rotates-3"]').first();
    await link.click();
    assert.match(await sentence.textContent(), /^main polls fetch_data#1/);
    assert.match(page.url(), /#join_rotates-3$/);
    await page.goBack();
    assert.equal(await sentence.textContent(), "fetch_data#2 runs.");
    await page.goto(`${host.base}gather.html#main-asyncio-17`);
    const main = page.locator("#main");
    assert.equal(await main.locator("select").inputValue(), "asyncio");
    assert.match(await main.locator(".mw-sentence").textContent(), /^The clock wakes fetch_data#1/);
    await close(page);
  });

  test("the twin goes along, instant by instant", async () => {
    const page = await visit("gather.html#join_rotates-15");
    const { figure, button } = rotates(page);
    assert.equal((await printed(figure, "asyncio")).length, 3, "at 0 s both have printed three lines");
    await button("Step").click();
    assert.equal((await printed(figure, "asyncio")).length, 3);
    await figure.getByRole("slider").fill("28");
    assert.equal((await printed(figure, "asyncio")).length, 6);
    await close(page);
  });

  test("asks who runs next, and says why an answer is wrong", async () => {
    const page = await visit("gather.html#join_rotates-18");
    const { figure, button, sentence } = rotates(page);
    await figure.getByLabel("Ask me which task runs next").check();
    await button("Step").click();
    const asked = figure.locator(".mw-question");
    assert.match(await asked.textContent(), /^Who runs next\?/);
    assert.doesNotMatch(await sentence.textContent(), /fetch_data#2 runs/, "it does not tell beforehand");
    await asked.getByRole("button", { name: "fetch_data#1" }).click();
    assert.match(await asked.textContent(), /^No: .* 0 of 1 right\.$/);
    assert.equal(await sentence.textContent(), "fetch_data#2 runs.");
    for (let step = 0; step < 3; step += 1) await button("Step").click();
    await asked.getByRole("button", { name: "fetch_data#3" }).click();
    assert.match(await asked.textContent(), /^Yes\. 1 of 2 right\.$/);
    await close(page);
  });

  test("takes every order that is not ruled out, and no other", async () => {
    const page = await visit("gather.html");
    const { figure, button } = rotates(page);
    await button("Put its lines in order").click();
    const list = figure.locator(".mw-sort");
    const said = figure.locator(".mw-question [role=status]");
    const texts = () => list.locator("samp").allTextContents();
    const url = (number) => `https://api.example.com/data${number}`;
    const wanted = [2, 1, 3].map((n) => `Fetching data from ${url(n)}...`).concat([3, 1, 2].map((n) => `Data fetched from ${url(n)}`));
    assert.ok(!(await figure.locator(".mw-lines").first().isVisible()), "the answer is out of sight");
    await button("Check").click();
    assert.match(await said.textContent(), /^Not so: “.*” comes before “.*” (in every schedule|as long as)/);
    for (const [place, text] of wanted.entries()) {
      while ((await texts()).indexOf(text) > place) await list.getByRole("button", { name: `Up: ${text}` }).click();
    }
    await button("Check").click();
    assert.match(await said.textContent(), /^Right: a schedule could print them so/);
    await button("Show the run").click();
    assert.equal((await printed(figure)).length, 6);
    await close(page);
  });
});

test("what a figure prints is what the committed snapshot says", async () => {
  const page = await visit("index.html");
  let compared = 0;
  for (const chapter of chapters) {
    const lesson = chapter.replace(/\.html$/, "");
    await page.goto(host.base + chapter);
    for (const file of readdirSync(join(root, "crates", lesson, "snapshots"))) {
      const snapshot = readFileSync(join(root, "crates", lesson, "snapshots", file), "utf8").split("\n").slice(3);
      const rows = snapshot.map((row) => row.replace(/\s+/g, " ").trim()).filter(Boolean);
      const figure = page.locator(`[id="${file.replace(/\.snap$/, "")}"]`);
      assert.equal(await figure.count(), 1, `${lesson}: no figure of ${file}`);
      const shown = await printed(figure);
      if (rows[0] === "(prints nothing)") assert.deepEqual(shown, [], file);
      else assert.deepEqual(shown, rows, `${lesson}/${file}`);
      compared += 1;
    }
  }
  assert.ok(compared > 50, `${compared} figures were compared`);
  await close(page);
});

describe("a quiz", () => {
  test("says why a choice is wrong, and why the right one is right", async () => {
    for (const chapter of chapters) {
      const page = await visit(chapter);
      const quizzes = page.locator(".mw-quiz");
      const count = await quizzes.count();
      assert.ok(count >= 2 && count <= 4, `${chapter} has ${count} questions`);
      for (let at = 0; at < count; at += 1) {
        const quiz = quizzes.nth(at);
        const radios = quiz.getByRole("radio");
        const verdicts = [];
        for (let choice = 0; choice < (await radios.count()); choice += 1) {
          await radios.nth(choice).check();
          const why = quiz.locator(".mw-quiz-why:visible");
          assert.equal(await why.count(), 1, `${chapter}: one reason shows`);
          verdicts.push((await why.textContent()).trim().split(" ")[0]);
        }
        assert.equal(verdicts.filter((word) => word === "Right.").length, 1, `${chapter}: ${verdicts}`);
      }
      await close(page);
    }
  });

  test("works with the keyboard, which turns no page, and without scripts", async () => {
    for (const javaScriptEnabled of [true, false]) {
      const page = await visit("gather.html", { javaScriptEnabled });
      const quiz = page.locator(".mw-quiz").first();
      await quiz.getByRole("radio").first().focus();
      await page.keyboard.press("Space");
      await page.keyboard.press("ArrowRight");
      assert.ok(await quiz.getByRole("radio").nth(1).isChecked());
      assert.equal(await quiz.locator(".mw-quiz-why:visible").count(), 1);
      assert.match(page.url(), /gather\.html$/);
      await close(page);
    }
  });
});

describe("without scripts", () => {
  test("every figure shows its picture, its code and its lines, and a link to a step leads there", async () => {
    const page = await visit("gather.html#join_rotates-19", { javaScriptEnabled: false });
    const { figure } = rotates(page);
    assert.equal(await figure.locator(".mw-scroll svg:visible").count(), 2);
    assert.ok(await figure.locator(".mw-legend:visible").count(), "the signs are explained");
    assert.equal(await figure.locator(".mw-code:visible").count(), 2);
    assert.equal((await printed(figure)).length, 6);
    assert.ok(await page.locator("#join_rotates-19").isVisible(), "the browser opens the list");
    assert.equal(await figure.getByRole("button").count(), 0, "nothing is there that does nothing");
    await close(page);
  });
});

test("printed, a page keeps all that it tells, and nothing that is to be pressed", async () => {
  const page = await visit("gather.html#join_rotates-5");
  await page.emulateMedia({ media: "print" });
  const { figure, button } = rotates(page);
  assert.equal((await printed(figure)).length, 6, "what was still to come is printed");
  assert.ok(!(await button("Step").isVisible()));
  assert.ok(!(await figure.locator(".mw-sheet").first().isVisible()));
  assert.ok(await figure.locator(".mw-steps li").first().isVisible(), "the run as text is open");
  await close(page);
});

describe("every page", () => {
  for (const theme of THEMES) {
    test(`is fine with axe in ${theme}, complains of nothing, and asks no other host`, async () => {
      const found = [];
      const page = await visit("index.html", { theme });
      // Nothing but the colours depends on the theme.
      const rules = theme === "light" ? {} : { runOnly: ["color-contrast"] };
      for (const name of pages) {
        await page.goto(host.base + name);
        await page.evaluate(axe);
        const run = (options) => window.axe.run("main", { resultTypes: ["violations"], ...options });
        const { violations } = await page.evaluate(run, rules);
        for (const { id, nodes } of violations) {
          const ours = nodes.filter(({ html }) => !isOfMdbook(id, html));
          const say = ({ html, failureSummary }) => `${html.slice(0, 160)} ${failureSummary.split("\n")[1] ?? ""}`;
          found.push(...ours.map((node) => `${name}: ${id}: ${say(node)}`));
        }
      }
      none(found);
      await close(page);
    });
  }

  for (const width of [320, 390, 768, 1280]) {
    test(`does not overflow at ${width} px`, async () => {
      const found = [];
      const page = await visit("index.html", { viewport: { width, height: 800 } });
      for (const name of pages) {
        await page.goto(host.base + name);
        const over = await page.evaluate(() => {
          const content = document.querySelector(".content");
          return Math.max(document.documentElement.scrollWidth - innerWidth, content.scrollWidth - content.clientWidth);
        });
        if (over > 0) found.push(`${name}: ${over} px too wide`);
      }
      none(found);
      await close(page);
    });
  }

  test("tells states apart where colours are forced", async () => {
    const page = await visit("gather.html#join_rotates-14", { forcedColors: "active" });
    const { figure } = rotates(page);
    const seen = await figure.evaluate((element) => {
      const text = getComputedStyle(document.body).color;
      const bar = element.querySelector("svg .mw-run");
      return [getComputedStyle(bar).fill === text, getComputedStyle(element.querySelector(".mw-now")).borderTopWidth];
    });
    assert.deepEqual(seen, [true, "2px"]);
    await close(page);
  });

  test(`weighs at most ${HEAVIEST / 1000} kB more than with its code and its output alone`, () => {
    const theme = join(site, "theme");
    const gz = (text) => gzipSync(text, { level: 9 }).length;
    const shared = readdirSync(theme).reduce((sum, name) => sum + gz(readFileSync(join(theme, name))), 0);
    const weights = pages.map((name) => {
      const text = readFileSync(join(site, name), "utf8");
      const plain = text.replace(/<figure[^]*?<\/figure>/g, codeAndLines).replace(/<fieldset[^]*?<\/fieldset>/g, "");
      return [name, shared + gz(text) - gz(plain)];
    });
    weights.sort((one, other) => other[1] - one[1]);
    console.log(`scripts and styles ${shared}; ${weights.slice(0, 9).map((weight) => weight.join(" ")).join(", ")}`);
    none(weights.filter(([, bytes]) => bytes > HEAVIEST).map((weight) => weight.join(": ")));
  });
});

// What a page without figures would show in place of one.
function codeAndLines(figure) {
  const code = figure.match(/<pre[^>]*><code[^]*?<\/code><\/pre>/g) ?? [];
  const lines = figure.match(/<ol class="mw-lines"[^]*?<\/ol>/g) ?? [];
  return [...code, ...lines.map((list) => `<pre><code>${list.replace(/<[^>]+>/g, "")}</code></pre>`)].join("\n");
}

// The colours that hljs gives to code are mdBook's own.
function isOfMdbook(id, html) {
  return id === "color-contrast" && /class="hljs-|<code class="language-/.test(html);
}
