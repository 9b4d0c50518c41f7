/** The values at which an axis from 0 (or below) has its lines: round numbers, at most about six of them. */
export function ticksOf(least: number, most: number, whole: boolean): number[] {
  const low = Math.min(0, least);
  const high = Math.max(0, most);
  const span = high - low || 1;
  const rough = span / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  let step = [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((candidate) => candidate >= rough) ?? 10 * power;
  if (whole) step = Math.max(1, Math.ceil(step));
  const first = Math.floor(low / step);
  const last = Math.ceil(high / step) || 1;
  return Array.from({ length: last - first + 1 }, (_, index) => Number(((first + index) * step).toPrecision(12)));
}
