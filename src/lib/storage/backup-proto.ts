/** Whether nothing in a value, however deep, is called `__proto__`; schemas of known fields pass over it. */
export function hasNoProto(value: unknown): boolean {
	const left = [value];
	while (left.length > 0) {
		const next = left.pop();
		if (typeof next !== 'object' || next === null) continue;
		if (Object.hasOwn(next, '__proto__')) return false;
		for (const each of Object.values(next)) left.push(each);
	}
	return true;
}
