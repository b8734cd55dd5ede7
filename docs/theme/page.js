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
