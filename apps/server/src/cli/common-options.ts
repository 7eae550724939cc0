import { Option } from 'commander';

/** Options that several commands have. */
export const clock = () =>
  new Option('--clock <clock>', 'which clock').choices(['occurred', 'recorded']).default('occurred');
export const asOf = ['--as-of <time>', 'at this past moment, such as 2025-01-31T00:00:00+03:00'] as const;
export const tag = [
  '--tag <tags>',
  'only with these tags, such as intention:refuse,service:officer; of one tag, one of its codes',
] as const;
export const workflowOption = (fallback: string) =>
  ['--workflow <name>', `the workflow (default: ${fallback})`] as const;
