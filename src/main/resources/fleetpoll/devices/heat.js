"use strict";

// The map's grid: its rows, what each cell shows, and in which colour.
const heat = (() => {
  const STOPS = 5;

  // The devices in the order of the rows: in the fleet's order, or with the greatest sum first.
  function order(shown) {
    if (!shown.worstFirst) {
      return fleet.indices;
    }
    const sums = Float64Array.from(fleet.indices, (device) => {
      let sum = 0;
      for (let bin = 0; bin < cells.bins; bin++) {
        sum += Math.max(0, value(shown, device, bin)) || 0;
      }
      return sum;
    });
    return fleet.indices.slice().sort((a, b) => sums[b] - sums[a] || a - b);
  }

  // NaN: nothing was planned. -1: polls were planned but none succeeded, so there is no slowest
  // one.
  function value(shown, device, bin) {
    if (shown.measure === "slowest") {
      const ms = cells.slowest(device, bin, shown.endpoint);
      return Number.isNaN(ms) && cells.count("planned", device, bin, shown.endpoint) > 0 ? -1 : ms;
    }
    if (shown.measure === "silence") {
      return silence(device, bin);
    }
    return cells.count("planned", device, bin, shown.endpoint) > 0
      ? cells.count(shown.measure, device, bin, shown.endpoint)
      : NaN;
  }

  // How long the device's longest silence was, in the bins in which it was; else 0.
  function silence(device, bin) {
    const ms = fleet.silence.ms[device];
    const fromS = fleet.silence.fromS[device];
    const isThen = fromS < (bin + 1) * cells.binS && fromS + ms / 1e3 > bin * cells.binS;
    return Number.isNaN(ms) || isThen ? ms : 0;
  }

  // Rows of one device or more; a cell shows the worst of its devices, so that a sick one stays
  // visible.
  function grid(shown, mostRows) {
    const devices = order(shown);
    const perRow = Math.max(1, Math.ceil(devices.length / mostRows));
    const rows = Math.ceil(devices.length / perRow);
    const values = new Float64Array(rows * cells.bins).fill(NaN);
    const worst = new Int32Array(rows * cells.bins);
    devices.forEach((device, place) => {
      const row = Math.floor(place / perRow);
      for (let bin = 0; bin < cells.bins; bin++) {
        const cell = row * cells.bins + bin;
        const here = value(shown, device, bin);
        if (here > values[cell] || Number.isNaN(values[cell])) {
          values[cell] = here;
          worst[cell] = device;
        }
      }
    });
    return { rows, perRow, values, worst, ...range(shown, values) };
  }

  function range(shown, values) {
    let least = Infinity;
    let most = 0;
    for (const each of values) {
      if (each > 0) {
        least = Math.min(least, each);
        most = Math.max(most, each);
      }
    }
    return { least: key.isTime(shown) && most > 0 ? least : 0, most };
  }

  // The place of a value between least (0) and most (1). Counts are logarithmic too, from 0 on.
  function share({ least, most }, number) {
    const at = (each) => (least > 0 ? Math.log(each / least) : Math.log1p(each));
    return at(most) > 0 ? at(number) / at(most) : 0;
  }

  function unshare({ least, most }, part) {
    return least > 0 ? least * (most / least) ** part : Math.expm1(Math.log1p(most) * part);
  }

  function rgb(name) {
    const hex = charts.colour(name);
    return [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
  }

  // A picture with a pixel per cell.
  function picture(made) {
    const stops = Array.from({ length: STOPS }, (_, i) => rgb(`heat-${i}`));
    const nothing = rgb("heat-none");
    const image = new ImageData(cells.bins, made.rows);
    made.values.forEach((number, cell) => {
      if (!Number.isNaN(number)) {
        const colour = number < 0 ? nothing : between(stops, share(made, number));
        image.data.set([...colour, 255], 4 * cell);
      }
    });
    const canvas = elements.make("canvas", { width: cells.bins, height: made.rows });
    canvas.getContext("2d").putImageData(image, 0, 0);
    return canvas;
  }

  function between(stops, part) {
    const at = Math.max(0, Math.min(1, part)) * (STOPS - 1);
    const below = Math.min(STOPS - 2, Math.floor(at));
    return stops[below].map((c, i) => Math.round(c + (stops[below + 1][i] - c) * (at - below)));
  }

  return { grid, picture, unshare };
})();
