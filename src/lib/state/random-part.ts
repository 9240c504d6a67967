/** Eight letters and digits by chance, for ids that are minted. */
export function randomPart(): string {
	return crypto.randomUUID().replaceAll('-', '').slice(0, 8);
}
