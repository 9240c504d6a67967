/**
 * The one-way import rule, written once: ESLint enforces what `houseRules` says, and
 * tests/house.test.ts plants one breach a layer to see that it does.
 *
 * Each layer may import the layers before it in `order`, never one behind it.
 */
const order = [
	['text'],
	['bank'],
	['domain'],
	['storage', 'remote', 'workers'],
	['state'],
	['components'],
	['server'],
	['routes']
];

const uses = {
	text: [],
	bank: ['text'],
	domain: ['text', 'bank'],
	storage: ['text', 'bank', 'domain'],
	remote: ['text', 'bank', 'domain'],
	workers: ['text', 'bank', 'domain'],
	state: ['text', 'bank', 'domain', 'storage', 'remote', 'workers'],
	components: ['text', 'bank', 'domain', 'state', 'paraglide'],
	server: ['text', 'bank', 'domain'],
	routes: ['text', 'bank', 'domain', 'state', 'components', 'server', 'paraglide'],
	cli: ['text', 'bank', 'domain']
};

/** Inside domain: which area may import which. */
const domainUses = {
	answers: [],
	quiz: ['answers'],
	study: [],
	desk: ['answers', 'quiz'],
	drafting: ['answers', 'quiz', 'desk'],
	classroom: ['answers', 'quiz'],
	analysis: ['answers', 'quiz'],
	exchange: ['answers', 'quiz', 'desk']
};

const all = [...order.flat(), 'paraglide'];
const areas = Object.keys(domainUses);

const upward = {
	regex: '^\\.\\./',
	message: 'Cross a folder with #lib/, not ../'
};
const pure = (layer) => ({
	regex: '^(svelte|dexie|ts-fsrs|\\$app|\\$service-worker|node:|virtual:)',
	message: `${layer} is pure: no framework, no storage, no I/O.`
});

function forbid(layer, allowed) {
	const barred = all.filter((other) => other !== layer && !allowed.includes(other));
	return {
		regex: `^(#lib|\\$lib)/(${barred.join('|')})/`,
		message: `${layer} may import only ${allowed.join(', ') || 'nothing'}.`
	};
}

function only(name, where) {
	return { regex: `^${name}(/|$)`, message: `Only ${where} imports ${name}.` };
}

const dexieOnly = only('dexie', 'src/lib/storage');
const fsrsOnly = only('ts-fsrs', 'src/lib/domain/study');

function patterns(layer) {
	const list = [forbid(layer, uses[layer]), upward];
	if (['text', 'bank', 'domain'].includes(layer)) list.push(pure(layer));
	if (layer !== 'storage') list.push(dexieOnly);
	list.push(fsrsOnly);
	return list;
}

const rule = (files, list) => ({
	files,
	rules: { 'no-restricted-imports': ['error', { patterns: list }] }
});

const folders = (layer) =>
	layer === 'routes' || layer === 'cli'
		? [`src/${layer}/**/*.{ts,svelte}`]
		: [`src/lib/${layer}/**/*.{ts,svelte}`];

/** ESLint's flat-config entries of the whole house. */
export const houseRules = [
	...Object.keys(uses).map((layer) => rule(folders(layer), patterns(layer))),
	...areas.map((area) => {
		const barred = areas.filter((other) => other !== area && !domainUses[area].includes(other));
		const list = patterns('domain').filter(
			(p) => area !== 'study' || (p !== fsrsOnly && p.message !== pure('domain').message)
		);
		if (area === 'study')
			list.push({
				regex: '^(svelte|dexie|\\$app|\\$service-worker|node:|virtual:)',
				message: 'domain is pure: no framework, no storage, no I/O.'
			});
		list.push({
			regex: `^#lib/domain/(${barred.join('|')})/`,
			message: `domain/${area} may import only ${domainUses[area].join(', ') || 'no other area'}.`
		});
		return rule([`src/lib/domain/${area}/**/*.ts`], list);
	}),
	{
		files: ['src/lib/components/base/**/*.svelte', 'src/lib/components/base/**/*.ts'],
		rules: {
			'no-restricted-imports': [
				'error',
				{
					patterns: [
						{
							regex: '^#lib/(?!components/base/|paraglide/)',
							message: 'base knows none of our types.'
						},
						upward,
						dexieOnly,
						fsrsOnly
					]
				}
			]
		}
	}
];
