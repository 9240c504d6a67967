/**
 * The value, 0 to 9, of a decimal digit of any script: "٢" is 2.
 * Unicode keeps every script's digits in a run from 0 to 9, so the distance to the run's start is the value.
 * @see https://www.unicode.org/reports/tr44/#Numeric_Type
 */
function digitValue(digit: string): number {
	const code = digit.codePointAt(0) ?? 0;
	let below = 0;
	while (/^\p{Nd}$/u.test(String.fromCodePoint(code - below - 1))) below += 1;
	return below % 10;
}

/** Writes the decimal digits of every script as 0 to 9. */
export function asciiDigits(text: string): string {
	return text.replace(/[^\P{Nd}0-9]/gu, (digit) => String(digitValue(digit)));
}

function isGrouped(groups: string[]): boolean {
	const [first = '', ...rest] = groups;
	return (
		first.length <= 3 &&
		rest.at(-1)?.length === 3 &&
		rest.every((group) => group.length === 3 || (group.length === 2 && first.length <= 2))
	);
}

/** One point or comma: three digits after it make a group, or in the case of a point perhaps decimals. */
function readOneSeparator(separator: string, whole: string, decimals: string): number[] {
	const decimal = Number(`${whole}.${decimals}`);
	if (decimals.length !== 3 || whole.length > 3 || whole.startsWith('0')) return [decimal];
	const grouped = Number(whole + decimals);
	if (separator === ',') return [grouped];
	return decimals === '000' ? [grouped, decimal] : [decimal, grouped];
}

/** `1,234,567.8` or `1.234.567,8`: the last separator is the decimal one. */
function readMixed(separators: string, groups: string[]): number[] {
	const decimals = groups.at(-1);
	const wholes = groups.slice(0, -1);
	const isMixed = new Set(separators.slice(0, -1)).size === 1 && isGrouped(wholes);
	return isMixed ? [Number(`${wholes.join('')}.${decimals}`)] : [];
}

function readSeparators(text: string): number[] {
	const separators = text.replace(/\d/g, '');
	const groups = text.split(/[.,]/);
	const [first = '', second = ''] = groups;
	if (separators.length === 0) return [Number(text)];
	if (separators.length === 1) return readOneSeparator(separators, first, second);
	if (new Set(separators).size > 1) return readMixed(separators, groups);
	return isGrouped(groups) ? [Number(groups.join(''))] : [];
}

/**
 * The numbers a run of digits and separators may mean, likeliest first: `250,000` → [250000],
 * `250.000` → [250000, 250], `1,5` → [1.5], `22.9.2016` → none. Spaces and apostrophes always group.
 */
export function readDigits(text: string): number[] {
	const plain = asciiDigits(text)
		.replace(/[\s'’٬]/g, '')
		.replaceAll('٫', '.');
	return readSeparators(plain).filter((value) => Number.isFinite(value));
}
