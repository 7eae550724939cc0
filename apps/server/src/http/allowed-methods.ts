import { operations, type Operation } from '@safeconduct/contracts';

const patterns = (Object.values(operations) as readonly Operation[]).map(({ method, path }) => ({
  method,
  pattern: new RegExp(`^${path.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/]+')}$`),
}));

/** The methods of an address; none when the address does not exist. */
export function allowedMethods(url: string): readonly string[] {
  const [path = ''] = url.split('?', 1);
  const methods = patterns.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method);
  return methods.includes('GET') ? [...methods, 'HEAD'] : methods;
}
