const MONTHS = [
	'jan(?:uary)?',
	'feb(?:ruary)?',
	'mar(?:ch)?',
	'apr(?:il)?',
	'may',
	'june?',
	'july?',
	'aug(?:ust)?',
	'sept?(?:ember)?',
	'oct(?:ober)?',
	'nov(?:ember)?',
	'dec(?:ember)?'
];
const MONTH = MONTHS.join('|');
const WEEKDAY =
	'mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs?(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?';
const DATE_WORD = new RegExp(
	`^(?:${MONTH}|${WEEKDAY}|\\d{1,2}(?:st|nd|rd|th)?|\\d{4}|\\d{4}-\\d{2}-\\d{2}|\\d{1,2}[/.]\\d{1,2}[/.](?:\\d{2}){1,2}` +
		`|\\d{1,2}[:.]\\d{2}(?:[ap]m)?|\\d{1,2}[ap]m|[ap]m|noon|midnight|gmt|utc|bst|cet|cest|e[sd]t|p[sd]t|nz[sd]t)$`
);
const SMALL_WORD =
	/^(?:first|last|published|posted|updated|modified|created|on|at|of|the|date|by|[|•·–—-])$/;
const READING_TIME =
	/^(?:\d{1,3} ?[-–]? ?min(?:ute)?s?(?: read)?|\d{1,2} (?:minutes?|hours?|days?) ago)$/i;

function dateWords(text: string): string[] {
	return text
		.toLowerCase()
		.replace(/(?<=[a-z])\.(?=\s|$|,)|[,()*_]|:(?=\s)/g, ' ')
		.replace(/([ap])\.m\.?/g, '$1m')
		.trim()
		.split(/\s+/);
}

/** Whether a line says nothing but when the report was published, or how long it takes to read. */
export function isDateLine(line: string): boolean {
	if (line.length > 100) return false;
	if (READING_TIME.test(line)) return true;
	const words = dateWords(line.replace(/^[\p{Lu} ]{2,30}, (?=.{4})/u, ''));
	const dates = words.filter((word) => DATE_WORD.test(word));
	if (!words.every((word) => DATE_WORD.test(word) || SMALL_WORD.test(word))) return false;
	return dates.some((word) => /\d/.test(word)) && dates.some(tellsWhen);
}

function tellsWhen(word: string): boolean {
	return /[a-z]{3}|[-:/]/.test(word) && !/^\d{1,2}(?:st|nd|rd|th)$/.test(word);
}

/** Whether a date line tells the day, with or without its year. */
export function namesDay(line: string): boolean {
	const words = dateWords(line);
	const isDay = (word: string) => /^\d{1,2}(?:st|nd|rd|th)?$/.test(word);
	const isWhole = (word: string) =>
		/^\d{4}-\d{2}-\d{2}$|^\d{1,2}[/.]\d{1,2}[/.]\d{2,4}$/.test(word);
	return words.some(isWhole) || (words.some(isDay) && words.some((word) => monthNo(word) > 0));
}

const two = (number: string | number) => String(number).padStart(2, '0');

function monthNo(word: string): number {
	return MONTHS.findIndex((month) => new RegExp(`^(?:${month})$`).test(word)) + 1;
}

/** Where the month stands: beside the year, for May and March are also in names. */
function monthPlace(words: string[], year: string | undefined): number {
	const months = words.flatMap((word, at) => (monthNo(word) > 0 ? [at] : []));
	const isBeside = (at: number) => words[at + 1] === year || words[at + 2] === year;
	return months.find(isBeside) ?? months[0] ?? -1;
}

/** The day or month a date line names, as `2016-09-27` or `2016-09`; nothing where it is not plain. */
export function dateOf(line: string): string | undefined {
	const iso = /\b(?:19|20)\d{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])\b/.exec(line)?.[0];
	if (iso) return iso;
	const words = dateWords(line);
	const year = words.find((word) => /^(?:19|20)\d{2}$/.test(word));
	const at = monthPlace(words, year);
	if (!year || at < 0) return undefined;
	const month = `${year}-${two(monthNo(words[at] ?? ''))}`;
	const day = [words[at - 1], words[at + 1]]
		.map((word) => /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(word ?? '')?.[1])
		.find((number) => Number(number) >= 1 && Number(number) <= 31);
	return day ? `${month}-${two(day)}` : month;
}
