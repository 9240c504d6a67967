import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';

/** One planted breach a layer: the file it stands in, and the import that must be refused. */
const breaches: { layer: string; file: string; code: string }[] = [
	{ layer: 'text', file: 'src/lib/text/x.ts', code: "import '#lib/bank/types.ts';" },
	{ layer: 'bank', file: 'src/lib/bank/x.ts', code: "import '#lib/domain/study/types.ts';" },
	{ layer: 'domain', file: 'src/lib/domain/quiz/x.ts', code: "import '#lib/storage/x.ts';" },
	{ layer: 'domain', file: 'src/lib/domain/answers/x.ts', code: "import 'svelte';" },
	{
		layer: 'answers → quiz',
		file: 'src/lib/domain/answers/x.ts',
		code: "import '#lib/domain/quiz/types.ts';"
	},
	{
		layer: 'quiz → study',
		file: 'src/lib/domain/quiz/x.ts',
		code: "import '#lib/domain/study/types.ts';"
	},
	{
		layer: 'study → quiz',
		file: 'src/lib/domain/study/x.ts',
		code: "import '#lib/domain/quiz/types.ts';"
	},
	{
		layer: 'desk → exchange',
		file: 'src/lib/domain/desk/x.ts',
		code: "import '#lib/domain/exchange/x.ts';"
	},
	{ layer: 'ts-fsrs', file: 'src/lib/state/x.ts', code: "import 'ts-fsrs';" },
	{ layer: 'storage', file: 'src/lib/storage/x.ts', code: "import '#lib/state/x.ts';" },
	{ layer: 'workers', file: 'src/lib/workers/x.ts', code: "import '#lib/storage/x.ts';" },
	{ layer: 'remote', file: 'src/lib/remote/x.ts', code: "import '#lib/workers/x.ts';" },
	{ layer: 'state', file: 'src/lib/state/x.svelte.ts', code: "import '#lib/components/x.ts';" },
	{ layer: 'dexie', file: 'src/lib/state/x.svelte.ts', code: "import 'dexie';" },
	{ layer: 'server', file: 'src/lib/server/x.ts', code: "import '#lib/state/x.ts';" },
	{ layer: 'routes', file: 'src/routes/+page.ts', code: "import '#lib/storage/x.ts';" },
	{ layer: 'cli', file: 'src/cli/x.ts', code: "import '#lib/state/x.ts';" },
	{
		layer: 'components',
		file: 'src/lib/components/X.svelte',
		code: '<script lang="ts">\n\timport type { X } from \'#lib/storage/x.ts\';\n\tlet x: X;\n</script>\n{x}'
	},
	{
		layer: 'base',
		file: 'src/lib/components/base/X.svelte',
		code: '<script lang="ts">\n\timport type { X } from \'#lib/bank/types.ts\';\n\tlet x: X;\n</script>\n{x}'
	},
	{
		layer: 'folders',
		file: 'src/lib/domain/quiz/x.ts',
		code: "import type { X } from '../answers/x.ts';\nexport type Y = X;"
	}
];

describe('the one-way import rule', () => {
	const eslint = new ESLint();

	it.each(breaches)('refuses $layer: $file', async ({ file, code }) => {
		const [result] = await eslint.lintText(code, { filePath: file });
		const rules = result?.messages.map((message) => message.ruleId) ?? [];
		expect(rules).toContain('no-restricted-imports');
	});

	it('lets the allowed direction pass', async () => {
		const [result] = await eslint.lintText(
			"import type { Bank } from '#lib/bank/types.ts';\nexport type X = Bank;\n",
			{ filePath: 'src/lib/domain/quiz/x.ts' }
		);
		expect(result?.messages).toEqual([]);
	});
});
