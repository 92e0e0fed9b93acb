// SPDX-License-Identifier: Apache-2.0
// Draws the table in each `figure.chart` over time with D3; every point stays the link that it is in the table.
"use strict";
(() => {
  const [width, height] = [380, 210];
  const room = { top: 24, right: 20, bottom: 24, left: 44 };
  const language = document.documentElement.lang;
  const short = new Intl.NumberFormat(language, { notation: "compact", maximumFractionDigits: 1 });

  const read = (body) => ({
    name: body.querySelector("th")?.textContent ?? "",
    points: [...body.querySelectorAll("a")].map((link) => ({
      day: new Date(link.dataset.day), number: Number(link.dataset.number), address: link.getAttribute("href"),
      value: link.textContent, date: link.closest("tr").querySelector("time").textContent,
    })),
  });

  const years = (days) => {
    const span = (days[1] - days[0]) / 31557600000;
    const step = span > 2 ? d3.utcYear.every(Math.ceil(span / 5))
      : span > .25 ? d3.utcMonth.every(Math.ceil(span * 3)) : d3.utcDay.every(Math.max(1, Math.ceil(span * 73)));
    const words = new Intl.DateTimeFormat(language, {
      timeZone: "UTC", year: "numeric", ...(span > 2 ? {} : { month: "short" }), ...(span > .25 ? {} : { day: "numeric" }),
    });
    return (axis) => axis.ticks(step).tickFormat((day) => words.format(day)).tickSizeOuter(0);
  };

  for (const figure of document.querySelectorAll("figure.chart")) {
    const table = figure.querySelector("table");
    const series = [...table.tBodies].map(read);
    const points = series.flatMap((one) => one.points);
    const days = d3.extent(points, (point) => point.day);
    // The scale begins at zero, so that no change looks larger than it is.
    const numbers = d3.extent([0, ...points.map((point) => point.number)]);
    const x = d3.scaleUtc().domain(days).range([room.left + 26, width - room.right]);
    const y = d3.scaleLinear().domain(numbers).nice(4).range([height - room.bottom, room.top]);

    const drawing = d3.create("svg").attr("viewBox", `0 0 ${width} ${height}`).attr("role", "group")
      .attr("aria-label", figure.querySelector("figcaption").textContent.trim());
    drawing.append("g").attr("class", "axis").attr("aria-hidden", "true")
      .attr("transform", `translate(0,${height - room.bottom})`).call(years(days)(d3.axisBottom(x)));
    drawing.append("g").attr("class", "axis lines").attr("aria-hidden", "true")
      .attr("transform", `translate(${room.left},0)`)
      .call(d3.axisLeft(y).ticks(4).tickFormat(short.format).tickSize(room.left - width));
    series.forEach(({ name, points }, index) => {
      const part = drawing.append("g").attr("class", `series series-${index % 5}`);
      part.append("path").attr("class", "line")
        .attr("d", d3.line().x((point) => x(point.day)).y((point) => y(point.number))(points));
      const link = part.selectAll("a").data(points).join("a").attr("href", (point) => point.address)
        .attr("aria-label", (point) => [name, point.date, point.value].filter(Boolean).join(": "));
      link.append("title").text((point) => `${point.date}: ${point.value}`);
      link.append("circle").attr("class", "touch").attr("r", 12);
      link.append("circle").attr("class", "point").attr("r", 4);
      link.selectAll("circle").attr("cx", (point) => x(point.day)).attr("cy", (point) => y(point.number));
      // A number stands at its point where it does not run into the one before, and where one line is drawn alone.
      let free = -Infinity;
      const half = (point) => point.value.length * 3.6;
      const middle = (point) => Math.max(room.left + half(point), Math.min(x(point.day), width - half(point)));
      link.filter((point) => {
        const isClear = series.length === 1 && middle(point) - half(point) > free;
        if (isClear) free = middle(point) + half(point);
        return isClear;
      }).append("text").attr("x", middle).attr("y", (point) => y(point.number) - 9)
        .attr("text-anchor", "middle").text((point) => point.value);
    });
    table.before(drawing.node());
    if (series.length > 1) {
      const key = d3.create("ul").attr("class", "key").attr("aria-hidden", "true");
      key.selectAll("li").data(series).join("li").attr("class", (_, index) => `series-${index % 5}`).text((one) => one.name);
      table.before(key.node());
    }
    table.hidden = true;
  }
})();
