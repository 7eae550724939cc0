#!/usr/bin/env node
/** What the pages use of curl, for machines that have none: -s -N -H -X -b -c --json -d --data-binary and an address. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';

const headers = {};
let body;
let address;
let jar;
let method;
const given = process.argv.slice(2);
while (given.length > 0) {
  const option = given.shift();
  if (option === '-H') {
    const [name, value] = given.shift().split(/: (.*)/s);
    headers[name] = value;
  } else if (option === '--json') {
    headers['content-type'] = 'application/json';
    body = given.shift();
  } else if (option === '-b') {
    const file = given.shift();
    if (existsSync(file)) headers['cookie'] = readFileSync(file, 'utf8');
  } else if (option === '-c') jar = given.shift();
  else if (option === '-X') method = given.shift();
  else if (option === '-d' || option === '--data-binary') body = given.shift();
  else if (!option.startsWith('-')) address = option;
}
method ??= body === undefined ? 'GET' : 'POST';
const response = await fetch(address, { method, headers, body });
if (jar !== undefined)
  writeFileSync(
    jar,
    response.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; '),
  );
for await (const chunk of response.body) process.stdout.write(chunk);
