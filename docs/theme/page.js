// A block of code that is wider than the page can be scrolled with the keyboard.
for (const code of document.querySelectorAll("main pre > code")) {
    if (code.scrollWidth > code.clientWidth && !code.closest("[tabindex]")) code.tabIndex = 0;
}
