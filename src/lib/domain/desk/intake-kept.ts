/** How many characters two texts share at their starts, or with `fromEnd` at their ends. */
function shared(a: string, b: string, most: number, fromEnd = false): number {
	const at = (text: string, index: number) =>
		text.charCodeAt(fromEnd ? text.length - 1 - index : index);
	let count = 0;
	while (count < most && at(a, count) === at(b, count)) count += 1;
	return count;
}

/**
 * The ids of what was put back, after the text around them was edited: those behind the edit move along,
 * those within it are gone.
 */
export function keptAfterEdit(before: string, after: string, kept: readonly string[]): string[] {
	if (kept.length === 0) return [];
	const most = Math.min(before.length, after.length);
	const head = shared(before, after, most);
	const tail = shared(before, after, most - head, true);
	const delta = after.length - before.length;
	return kept.flatMap((id) => {
		const [start = 0, end = 0] = id.split('-').map(Number);
		if (end <= head) return id;
		return start >= before.length - tail ? `${start + delta}-${end + delta}` : [];
	});
}
