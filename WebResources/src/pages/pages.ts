/** One bundle for the pages: the document says which of them it is. */
import { forecastPage } from "./forecast.js";
import { historyPage } from "./history-page.js";
import { ledgerPage } from "./ledger.js";
import { rulesetsPage } from "./rulesets.js";

const pages: Readonly<Record<string, () => void>> = { forecast: forecastPage, history: historyPage, ledger: ledgerPage, rulesets: rulesetsPage };

pages[document.body.dataset["page"] ?? ""]?.();
