/** A text as the bank keeps it: composed letters, one space between words, none around them. */
export function tidy(text: string): string {
	return text.normalize('NFC').replace(/\s+/gu, ' ').trim();
}

/** A tidy text without what no text file can hold: control characters, halves of letters, broken bytes. */
export function printable(text: string): string {
	return tidy(text.replace(/[^\P{Cc}\s]|\p{Cs}|\ufffd/gu, ''));
}
