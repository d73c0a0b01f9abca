// SPDX-FileCopyrightText: 2026 The Heed authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The page of the extension's own window. It shows what question.js has and sends the answer back.

import { isolate, localize } from "./page.js";
import { text } from "./text.js";

// More than these would push the buttons out of a small window; the rest are counted.
const MOST_DOMAINS = 8;

const key = location.search.slice(1);

/** Only a person's own click or key may send; a page that is left keeps the message. */
function answerWith(answer) {
  browser.runtime.sendMessage({ type: "question-answer", key, answer });
}

function show({ keepOnly, refused, reason, subject, domains, lists }) {
  const title = text(refused ? "refusedHeading" : "unreachableHeading");
  document.title = title;
  document.getElementById("heading").textContent = title;
  document.getElementById("text").textContent = subject
    ? text("questionText", isolate(subject))
    : text("questionTextNoSubject");
  document.getElementById("send").hidden = keepOnly;
  document.getElementById("policy").hidden = !keepOnly;
  document.getElementById("reason").textContent = reason ? text("questionReason", reason) : "";
  showDestinations(domains, lists);
}

function showDestinations(domains, lists) {
  const lines = domains.map(([domain, count]) =>
    count == 1 ? isolate(domain) : text("questionDomain", isolate(domain), String(count))
  );
  lines.push(...lists.map((list) => text("questionList", isolate(list))));
  const rest = lines.length - MOST_DOMAINS;
  if (rest > 1) {
    lines.splice(MOST_DOMAINS, rest, text("questionMore", String(rest)));
  }
  const items = lines.map((line) => {
    const item = document.createElement("li");
    item.textContent = line;
    return item;
  });
  document.getElementById("domains").replaceChildren(...items);
  document.getElementById("destinations").hidden = !items.length;
}

localize();
document.getElementById("answers").addEventListener("submit", (event) => {
  event.preventDefault();
  answerWith("keep");
});
document.getElementById("send").addEventListener("click", () => answerWith("send"));
document.addEventListener("keydown", (event) => {
  if (event.key == "Escape") {
    answerWith("keep");
  }
});
document.getElementById("keep").focus();

const content = await browser.runtime.sendMessage({ type: "question-describe", key });
if (content) {
  show(content);
}
