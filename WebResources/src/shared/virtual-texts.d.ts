/** LCID to message key to text; made by the build from the rules' resource files. */
declare module "virtual:texts" {
  const texts: Readonly<Record<number, Readonly<Record<string, string>>>>;
  export default texts;
}
