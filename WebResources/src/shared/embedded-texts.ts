/** The texts of both languages at once, for tests under Node.js. */
import catalogue from "virtual:texts";
import { provideTexts } from "./texts.js";

for (const [language, texts] of Object.entries(catalogue)) provideTexts(Number(language), texts);
