/** A number as people of the locale write it; NaN when it is none, null when nothing is written. */
export function parseNumber(text: string, locale: string): number | null {
  const parts = new Intl.NumberFormat(locale).formatToParts(-12345.6);
  const part = (type: string): string => parts.find((found) => found.type === type)?.value ?? '';
  let plain = text.replace(/[\s\u00a0\u202f]/g, '');
  if (plain === '') return null;
  plain = plain.replaceAll(part('minusSign'), '-').replaceAll('\u2212', '-');
  const group = part('group').replace(/\s/g, '');
  if (group) plain = plain.replaceAll(group, '');
  plain = plain.replace(part('decimal'), '.');
  return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : Number.NaN;
}
