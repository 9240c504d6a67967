/** A statement of SQL, with `$1`, `$2`, … where its values go. */
export interface Statement {
	text: string;
	values: (string | number | null)[];
}

/**
 * A statement that is written out with names where values go (`@name`, as often as needed), made ready once:
 * for what has to be one statement and quick. Give a value's type where it stands alone (`@at::bigint`).
 */
export function statementFor<Values extends Record<string, string | number | null>>(
	written: string
): (values: Values) => Statement {
	const names: string[] = [];
	const text = written.replaceAll(/@(\w+)/g, (_, name: string) => {
		if (!names.includes(name)) names.push(name);
		return `$${names.indexOf(name) + 1}`;
	});
	return (values) => ({ text, values: names.map((name) => values[name] ?? null) });
}
