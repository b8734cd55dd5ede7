"use strict";

// What is wider than the page can be scrolled with the keyboard.
for (const block of document.querySelectorAll("main pre > code, main table")) {
    if (block.scrollWidth > block.clientWidth && !block.closest("[tabindex]")) block.tabIndex = 0;
}

// Says aloud what a choice shows. Without this script the page shows it all the same; nothing is kept
// and nothing is sent.
for (const quiz of document.querySelectorAll(".mw-quiz")) {
    const said = document.createElement("p");
    said.className = "mw-said";
    said.setAttribute("role", "status");
    quiz.append(said);
    quiz.addEventListener("change", (event) => {
        const choice = event.target.closest(".mw-choice");
        said.textContent = choice.querySelector(".mw-quiz-why").textContent;
    });
}

// A part of a function begins at the left, as a whole one does.
for (const code of document.querySelectorAll("main pre > code")) {
    const lines = code.innerHTML.split("\n");
    const indents = lines.filter((line) => line.trim()).map((line) => line.search(/[^ ]/));
    const indent = Math.min(...indents);
    if (indent > 0 && indent < Infinity) code.innerHTML = lines.map((line) => line.slice(indent)).join("\n");
}

// Whoever follows a link to a rejected program wants to see it.
const unfold = () => {
    const name = CSS.escape(location.hash.slice(1));
    document.querySelector(`h3[id="${name}"] ~ .mw-refused`)?.setAttribute("open", "");
};
addEventListener("hashchange", unfold);
unfold();
