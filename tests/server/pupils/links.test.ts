import { describe, expect, it } from 'vitest';
import { makeLink, readLink } from '#lib/server/pupils/links.ts';
import { secretHash } from '#lib/server/secrets.ts';

const CLASS = '0199b0e0-0000-7000-8000-000000000001';
const SECRET = 'AAAAAAAAAAAAAAAAAAAAAA';

describe('makeLink', () => {
	it('has the class and 128 bits that differ each time; the hash is kept, not the secret', () => {
		const made = Array.from({ length: 50 }, () => makeLink(crypto, CLASS));
		expect(new Set(made.map(({ link }) => link)).size).toBe(50);
		for (const { link, hash } of made) {
			expect(link).toMatch(new RegExp(`^${CLASS}\\.[\\w-]{22}$`));
			expect(readLink(link)).toEqual({ classId: CLASS, hash });
			expect(hash).not.toContain(link.slice(37));
		}
	});
});

describe('readLink', () => {
	it.each([
		['whole', `${CLASS}.${SECRET}`, { classId: CLASS, hash: secretHash(SECRET) }],
		['with spaces around', ` ${CLASS}.${SECRET}\n`, { classId: CLASS, hash: secretHash(SECRET) }],
		['without a secret', `${CLASS}.`, undefined],
		['a secret too short', `${CLASS}.AAAA`, undefined],
		['one part more', `${CLASS}.${SECRET}.x`, undefined],
		['no class', `class.${SECRET}`, undefined],
		['nothing', '', undefined]
	])('%s', (_, link, expected) => {
		expect(readLink(link)).toEqual(expected);
	});
});
