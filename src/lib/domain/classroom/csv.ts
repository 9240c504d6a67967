/** What a cell of a file for spreadsheets holds. */
export type Cell = string | number | null;

const BYTE_ORDER_MARK = '\ufeff';

/** What makes a spreadsheet take a text for a formula, full-width and small signs too. */
const SIGNS = '=+\\-@＝＋－＠﹦﹢﹣﹫';

/**
 * Where a formula could begin: at the text's own beginning, whatever invisible stands before it, and
 * behind what some spreadsheet takes for the end of a cell or row.
 */
const FORMULA = new RegExp(`(^|[;\\t\\r\\n])(?=[\\s\\p{C}]*[${SIGNS}])`, 'gu');
/** Tabs, line ends and such at the beginning are eaten by some programs, and then what follows begins. */
const HIDDEN_START = /^[\t\r\n\p{Cc}]/u;

/** A text that no spreadsheet computes; a dash alone is none. */
function guarded(text: string): string {
	if (text === '-') return text;
	const safe = text.replace(FORMULA, "$1'");
	return HIDDEN_START.test(safe) ? `'${safe}` : safe;
}

function printCell(cell: Cell): string {
	if (cell === null) return '';
	if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : '';
	const text = guarded(cell);
	return /[",;\r\n\t]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * Rows as a CSV file in UTF-8 with a byte order mark, which spreadsheets need to know it by. Texts that
 * would be taken for formulas get an apostrophe before them; numbers stay numbers.
 * @see RFC 4180
 * @see https://owasp.org/www-community/attacks/CSV_Injection
 */
export function printCsv(rows: readonly (readonly Cell[])[]): string {
	const lines = rows.map((row) => `${row.map(printCell).join(',')}\r\n`);
	return `${BYTE_ORDER_MARK}${lines.join('')}`;
}
