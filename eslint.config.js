import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import { houseRules } from './house.js';
import svelteConfig from './svelte.config.js';

export default ts.config(
	{
		ignores: [
			'build/',
			'build-static/',
			'.svelte-kit/',
			'.cache/',
			'src/lib/paraglide/',
			'node_modules/',
			'static/'
		]
	},
	js.configs.recommended,
	...ts.configs.strict,
	...svelte.configs.recommended,
	{
		languageOptions: {
			globals: { ...globals.browser, ...globals.node, __HAS_SERVER__: 'readonly' }
		},
		rules: {
			'no-undef': 'off',
			'no-console': ['error', { allow: ['warn', 'error', 'info'] }],
			complexity: ['error', 10],
			'max-params': ['error', 4],
			'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
			'@typescript-eslint/consistent-type-imports': 'error',
			'@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }]
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: {
			parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig }
		}
	},
	{
		files: ['**/*.svelte'],
		rules: {
			'max-lines': ['error', { max: 320, skipBlankLines: true, skipComments: true }],
			'svelte/require-each-key': 'error',
			'svelte/no-at-html-tags': 'error',
			'svelte/button-has-type': 'error'
		}
	},
	{
		// A base button gets its address resolved.
		files: ['src/lib/components/base/**/*.svelte'],
		rules: { 'svelte/no-navigation-without-resolve': 'off' }
	},
	{
		files: ['src/routes/**/+*.{svelte,ts}'],
		rules: { 'max-lines': ['error', { max: 60, skipBlankLines: true, skipComments: true }] }
	},
	{
		files: ['tests/**', '*.js', 'src/cli/**'],
		rules: { 'no-console': 'off', 'max-lines': 'off' }
	},
	...houseRules
);
