// SPDX-License-Identifier: Apache-2.0
// Text: searching without accents, and slices by code points (places in the plan count code points, not UTF-16 units).

const fold = (text) =>
  text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[đĐ]/g, "d").toLowerCase().replace(/\s+/g, " ").trim();

function code_point_slicer(text) {
  if (!/[\ud800-\udfff]/.test(text)) return (begin, end) => text.slice(begin, end);
  const points = Array.from(text);
  return (begin, end) => points.slice(begin, end).join("");
}

// Marks that turn the direction of writing could make a name read as another one.
const upright = (text) => text.replace(/[\u202a-\u202e\u2066-\u2069]/g, "");

// Every string becomes a text node, so that nothing in a document can become markup.
function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children.flat(3).filter((child) => child !== null && child !== undefined && child !== false)
    .map((child) => (child instanceof Node ? child : upright(String(child)))));
  return made;
}

const find = (id) => document.getElementById(id);
