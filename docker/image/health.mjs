/** Ends with 0 when the server of this container is ready, else with 1 and the reason. */
const { HOST: host = '127.0.0.1', PORT: port = '3000' } = process.env;
try {
  const url = `http://${host.includes(':') ? `[${host}]` : host}:${port}/health/ready`;
  const answer = await fetch(url, { signal: AbortSignal.timeout(4000) });
  const { status, reason } = await answer.json();
  console.log(reason === null ? status : `${status}: ${reason}`);
  process.exitCode = answer.ok ? 0 : 1;
} catch (error) {
  console.log(`no answer on port ${port}: ${error.cause?.code ?? error.name}`);
  process.exitCode = 1;
}
