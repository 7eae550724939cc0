import { operations, type Operation } from '@safeconduct/contracts';

const patterns = (Object.values(operations) as readonly Operation[]).map(({ method, path }) => ({
  method,
  pattern: new RegExp(`^${path.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/]+')}$`),
}));

/** The methods an address can be asked with; none when there is nothing at it. */
export function allowedMethods(url: string): readonly string[] {
  const [path = ''] = url.split('?', 1);
  const methods = patterns.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method);
  return methods.includes('GET') ? [...methods, 'HEAD'] : methods;
}
