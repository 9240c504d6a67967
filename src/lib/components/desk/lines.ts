/** The lines of a field that takes several, as they were typed; none of an empty field. */
export function linesOf(text: string): string[] {
	return text === '' ? [] : text.split('\n');
}

/** Several texts as a field shows them. */
export function textOf(lines: readonly string[]): string {
	return lines.join('\n');
}

/** The texts of a field that say something. */
export function filled(lines: readonly string[]): string[] {
	return lines.map((line) => line.trim()).filter((line) => line !== '');
}
