// SPDX-License-Identifier: Apache-2.0
// Shows the listed places on a map with Leaflet: outlines of countries, no tiles, each place a button for mouse and keyboard.
"use strict";
(() => {
  const frame = document.getElementById("map");
  const rows = document.querySelectorAll("[data-latitude]");
  if (!frame || !rows.length) return;
  const isCalm = matchMedia("(prefers-reduced-motion: reduce)").matches;

  const Mark = L.DivIcon.extend({
    createIcon(old) {
      const element = L.DivIcon.prototype.createIcon.call(this, old);
      element.setAttribute("role", "button");
      element.setAttribute("aria-label", this.options.label);
      return element;
    },
  });
  const mark = (kind, label, names) => {
    const html = document.createElement("span");
    html.append(...names);
    return new Mark({ className: `mark-${kind}`, iconSize: [16, 16], html, label });
  };

  frame.hidden = false;
  const map = L.map(frame, {
    attributionControl: false, zoomControl: false, scrollWheelZoom: false, dragging: !L.Browser.mobile,
    minZoom: 1, maxZoom: 8, zoomSnap: .25,
    maxBounds: [[-85, -220], [85, 220]], renderer: L.svg({ padding: 1 }), zoomAnimation: !isCalm, fadeAnimation: !isCalm,
  });
  L.control.zoom({ zoomInTitle: frame.dataset.closer, zoomOutTitle: frame.dataset.farther }).addTo(map);
  fetch(frame.dataset.outlines).then((answer) => answer.json())
    .then((land) => L.geoJSON(land, { interactive: false, style: { className: "land" } }).addTo(map))
    // Without outlines the places are shown all the same.
    .catch(() => {});

  // Places that stand on each other are one mark with their number, and part where it is pressed.
  const places = L.markerClusterGroup({
    showCoverageOnHover: false, maxClusterRadius: 24, animate: !isCalm, spiderLegPolylineOptions: { className: "leg" },
    iconCreateFunction: (group) => {
      const names = group.getAllChildMarkers().map((place) => place.options.name);
      const icon = mark("several", names.join(", "), [names.slice(0, 3).join(", ") + (names.length > 3 ? " …" : "")]);
      icon.options.html.dataset.number = names.length;
      return icon;
    },
  });
  for (const row of rows) {
    const name = row.querySelector("a");
    const place = L.marker([row.dataset.latitude, row.dataset.longitude], {
      name: name.textContent,
      icon: mark("place", row.textContent.trim(), [...name.childNodes].map((node) => node.cloneNode(true))),
    });
    const words = document.createElement("div");
    words.append(...[...row.childNodes].map((node) => node.cloneNode(true)));
    places.addLayer(place.bindPopup(words, { closeButton: false, offset: [0, 4] }));
    place.on("popupopen", () => words.querySelector("a").focus({ preventScroll: true }));
    place.on("popupclose", () => place.getElement()?.focus({ preventScroll: true }));
  }
  map.fitBounds(places.getBounds(), { padding: [44, 44], maxZoom: 5, animate: false });
  map.addLayer(places);

  // Names stand left of their place where there is no room on the right, and give way where another stands already.
  const settle = () => {
    const edge = frame.getBoundingClientRect();
    const taken = [...frame.querySelectorAll(".mark-place, .mark-several")].map((each) => each.getBoundingClientRect());
    for (const name of frame.querySelectorAll(".mark-place > span, .mark-several > span")) {
      name.className = "";
      if (name.getBoundingClientRect().right > edge.right) name.className = "left";
      const box = name.getBoundingClientRect();
      const isFree = taken.every((other) =>
        other.right <= box.left || box.right <= other.left || other.bottom <= box.top || box.bottom <= other.top);
      if (isFree) taken.push(box);
      else name.classList.add("covered");
    }
  };
  map.on("zoomend moveend", settle);
  places.on("animationend spiderfied unspiderfied", settle);
  settle();

  frame.addEventListener("keydown", (event) => {
    if (event.key === "Escape") map.closePopup();
    if (event.key !== " " || event.target.getAttribute("role") !== "button") return;
    event.preventDefault();
    event.target.click();
  });
})();
