import { expect, test } from 'vitest';
import { statementFor } from '#lib/server/store/statement.ts';

const told: [string, string, Record<string, string | number | null>, unknown[]][] = [
	['no values', 'SELECT 1', {}, []],
	['one, twice', 'SELECT @a::uuid WHERE b = @a', { a: 'x' }, ['x']],
	['in the order they first stand', 'SELECT @b, @a, @b', { a: 1, b: 2 }, [2, 1]],
	['nothing as null', 'SELECT @a', { a: null }, [null]]
];

test.each(told)('%s', (_, written, values, expected) => {
	const statement = statementFor(written)(values);
	expect(statement.values).toEqual(expected);
	const names = [...new Set(written.match(/@\w+/g))];
	const back = statement.text.replaceAll(/\$(\d+)/g, (__, n: string) => names[Number(n) - 1] ?? '');
	expect(back).toBe(written);
});
