import { expect, test } from 'vitest';
import { suggestHead } from '#lib/domain/desk/intake-head.ts';

const TEXT = 'The river rose in 1983.\nThe mayor of the Daily News Limited spoke on 3 May 2011.\n';
const stated = <T extends object>(value: T) => ({ ...value, basis: 'stated' });

test.each([
	['– (Copyright The Financial Times Limited 2016)', 'Financial Times', '2016'],
	['© 2016 Daily News Group. All rights reserved.', 'Daily News Group', '2016'],
	['Copyright © 2016 Reuters', 'Reuters', '2016'],
	['(c) Daily News Inc. 2016', 'Daily News', '2016'],
	['Sept 27, 2016, 3:15 pm', undefined, '2016-09-27'],
	['Tuesday 27th September 2016 18.30 BST', undefined, '2016-09-27'],
	['Published: 2016-09-27\n© The Times 2017', 'Times', '2016-09-27'],
	['Updated September 2016', undefined, '2016-09'],
	['By Ana Pires', undefined, undefined]
])('%s', (credit, name, date) => {
	expect(suggestHead(`${TEXT}${credit}`)).toEqual({
		...(name !== undefined && { publisher: stated({ name }) }),
		...(date !== undefined && { date: stated({ value: date }) })
	});
});
