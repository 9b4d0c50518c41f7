/** Colours that stand out from what lies behind them. */

/** The player's own, where a chart asks for none. */
export const palette = ['#0f6cbd', '#ca5010', '#498205', '#881798', '#038387', '#a4262c', '#8764b8', '#986f0b', '#4f6bed', '#c239b3'];

type Rgb = [number, number, number];

export function rgb(hex: string): Rgb {
  const value = Number.parseInt(hex.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

function luminance(color: Rgb): number {
  const [r = 0, g = 0, b = 0] = color.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** The contrast of two colours as WCAG counts it, from 1 to 21. */
export function contrast(one: string, other: string): number {
  const [a, b] = [luminance(rgb(one)), luminance(rgb(other))];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** The colour, made darker on a light surface and lighter on a dark one until it stands out from it as graphics must. */
export function readableOn(surface: string, color: string): string {
  const towards: Rgb = luminance(rgb(surface)) > 0.5 ? [0, 0, 0] : [255, 255, 255];
  for (let share = 0; share <= 1; share += 0.1) {
    const mixed = hex(rgb(color).map((part, index) => Math.round(part + ((towards[index] ?? 0) - part) * share)) as Rgb);
    if (contrast(mixed, surface) >= 3) return mixed;
  }
  return hex(towards);
}

/** Black or white, whichever reads better on the colour. */
export function textOn(color: string): string {
  return contrast(color, '#ffffff') >= contrast(color, '#000000') ? '#ffffff' : '#000000';
}

function hex(color: Rgb): string {
  return `#${color.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}
