import { isDateLine, namesDay } from './intake-dates.ts';

const NAME_WORD = /^(?:[\p{Lu}@][\p{L}\p{M}.'’@_-]*|(?:al|el|ad|ash|bin|ibn)-\p{L}[\p{L}'’-]*),?$/u;
const SMALL_WORD =
	/^(?:and|in|for|at|of|the|de|del|da|di|du|la|le|van|von|der|den|bin|&|[|/•·–—-]),?$/i;
const TIME_WORD =
	/^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december|now|then|contrast)\b/i;
const ROLE =
	/\b(?:correspondent|reporter|editor|reports|reporting|columnist|photographer|staff writers?)$/i;
const SAID_BY =
	/^(?:(?:additional |written |edited |compiled )?(?:reporting|writing|editing) by|(?:written|edited|compiled|reported|translated|photographs?|photos?) by|with (?:additional )?(?:reporting|agencies)|sources?:)\s*/i;

const ENDS = /[.!?…]["'”’)]*$/;

function areNames(words: string[]): boolean {
	return (
		words.length <= 20 &&
		words.some((word) => NAME_WORD.test(word)) &&
		words.every((word) => NAME_WORD.test(word) || SMALL_WORD.test(word))
	);
}

/** Whether a line, apart from its "By", is one or more names. */
export function isNames(line: string): boolean {
	return line.length <= 120 && !TIME_WORD.test(line) && areNames(line.split(/\s+/));
}

/** Whether a line says nothing but who wrote the report, or with whose help. */
export function isByline(line: string): boolean {
	if (line.length > 160 || (ENDS.test(line) && !SAID_BY.test(line))) return false;
	const by = /^by:?\s+/i.exec(line)?.[0];
	if (by) return /^B/.test(line) && isNames(line.slice(by.length).replace(ROLE, 'Editor'));
	if (SAID_BY.test(line))
		return areNames(
			line
				.replace(SAID_BY, '')
				.replace(/[.;:]|(?:editing|writing) by/gi, ' ')
				.trim()
				.split(/\s+/)
		);
	return (
		ROLE.test(line) &&
		line.includes(',') &&
		isNames(line.replace(ROLE, 'Editor').replace(/\bcorrespondent\b/gi, ''))
	);
}

const SEPARATOR = / ?[,|•·/(–—] ?| -+ |: |(?<=\p{Ll})\. /gu;
const MOST_PARTS = 12;

/** What stands before each mark of a line, and what behind it. */
function halves(line: string): [string, string][] {
	const marks = [...line.matchAll(SEPARATOR)].slice(0, MOST_PARTS);
	return marks.map(({ index, 0: mark }) => [
		line.slice(0, index).replace(/\)$/, ''),
		line.slice(index + mark.length).replace(/\)$/, '')
	]);
}

const isSaidOn = (said: string, date: string) =>
	isDateLine(date) && (isByline(said) || (namesDay(date) && isNames(said)));

/** Whether a line says nothing but who wrote the report, or from where, and when: "Aleppo, 24 September 2016". */
export function isDatedByline(line: string): boolean {
	if (line.length > 160) return false;
	const plain = line.replace(/ ?[–—:-]+$/, '');
	return halves(plain).some(([one, other]) => isSaidOn(one, other) || isSaidOn(other, one));
}

const DATELINE = /^( *)([^–—\n]{6,100}?)(?: ?[–—]+ ?| -{1,2} )(?=["'“‘(]?\p{Lu})/u;
const AGENCY = /,? ?\((?:reuters|afp|ap|epa|upi|xinhua|agence france-presse|associated press)\)$/i;

/** Where the text of a line begins that is led by its place and day: "Aleppo, 24 September 2016 — The …"; else 0. */
export function datelineEnd(line: string): number {
	const [all = '', , said = ''] = DATELINE.exec(line) ?? [];
	return isDatedByline(said.replace(AGENCY, '')) ? all.length : 0;
}
