/** A name as an owner: "Anna Bell's", "Williams'". */
export function possessive(name: string): string {
	return /s$/.test(name) ? `${name}'` : `${name}'s`;
}
