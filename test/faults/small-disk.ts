import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

/**
 * A file system of its own, of so many mebibytes, that only its holder's mount namespace sees: it is removed
 * with this process, however that ends.
 */
export class SmallDisk {
  private constructor(
    private readonly holder: ChildProcess,
    private readonly root: string,
  ) {}

  /** A disk in memory. @returns undefined where only the superuser may mount */
  static inMemory(mebibytes: number): Promise<SmallDisk | undefined> {
    return SmallDisk.mount((folder) => `mount -t tmpfs -o size=${mebibytes}m tmpfs '${folder}'`);
  }

  /**
   * A disk that can fail. @returns undefined where this user may not mount, or the system has no loop device
   * or ext4
   */
  static async ext4(mebibytes: number): Promise<SmallDisk | undefined> {
    if (!isRoot) return undefined;
    const disk = await SmallDisk.mount(
      (folder, image) =>
        `truncate -s ${mebibytes}M '${image}' && mkfs.ext4 -q '${image}' && ${mountImage(folder, image)}`,
    );
    return disk;
  }

  private static async mount(
    command: (folder: string, image: string) => string,
  ): Promise<SmallDisk | undefined> {
    const root = mkdtempSync(join(tmpdir(), 'safeconduct-disk-'));
    const folder = folderIn(root);
    mkdirSync(folder);
    const script = `${command(folder, imageIn(root))} && echo mounted && exec cat`;
    const user = isRoot ? [] : ['--user', '--map-root-user'];
    const holder = spawn('unshare', [...user, '--mount', 'sh', '-c', script], {
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    const mounted = await new Promise<boolean>((done) => {
      holder.stdout.once('data', () => {
        done(true);
      });
      holder.once('error', () => {
        done(false);
      });
      holder.once('close', () => {
        done(false);
      });
    });
    if (mounted) return new SmallDisk(holder, root);
    rmSync(root, { recursive: true });
    return undefined;
  }

  /** Where it is mounted, for programs that are run `inside`. */
  get folder(): string {
    return folderIn(this.root);
  }

  /** The beginning of a command line that runs in the namespace of the disk. */
  get inside(): readonly string[] {
    const user = isRoot ? [] : ['--user', '--preserve-credentials'];
    return ['nsenter', '--target', String(this.holder.pid), ...user, '--mount', '--'];
  }

  /** A file on it, as this process sees it. */
  path(...names: readonly string[]): string {
    return join(`/proc/${this.holder.pid}/root`, this.folder, ...names);
  }

  /** Mounts it read-only, or writable again. The system refuses this while a file is being written. */
  setReadOnly(isReadOnly: boolean): void {
    this.run(`mount -o remount,bind,${isReadOnly ? 'ro' : 'rw'} '${this.folder}'`);
  }

  /** Breaks an ext4 disk: the system finds a fault in it, and from then on it is read-only. */
  breakDown(): void {
    const mounts = readFileSync(`/proc/${this.holder.pid}/mounts`, 'utf8').split('\n');
    const device = mounts.find((line) => line.includes(this.folder))?.split(' ')[0] ?? '';
    writeFileSync(`/sys/fs/ext4/${basename(device)}/trigger_fs_error`, 'test');
  }

  /** Repairs a broken disk. It must not be used meanwhile. */
  mend(): void {
    const image = imageIn(this.root);
    this.run(`umount '${this.folder}' && { e2fsck -p '${image}'; ${mountImage(this.folder, image)}; }`);
  }

  async remove(): Promise<void> {
    const ended = new Promise((done) => this.holder.once('close', done));
    this.holder.stdin?.end();
    await ended;
    rmSync(this.root, { recursive: true });
  }

  private run(script: string): void {
    const [program = '', ...args] = this.inside;
    execFileSync(program, [...args, 'sh', '-c', script], { stdio: 'pipe' });
  }
}

/**
 * Where no small disk is available: limits the file size of a process, which gives a similar error as a full
 * disk.
 */
export function limitFiles(pid: number, bytes: string): void {
  execFileSync('prlimit', ['--pid', String(pid), `--fsize=${bytes}:unlimited`]);
}

const isRoot = process.geteuid?.() === 0;

const folderIn = (root: string): string => join(root, 'disk');
const imageIn = (root: string): string => join(root, 'image');

const mountImage = (folder: string, image: string): string =>
  `mount -o loop,errors=remount-ro '${image}' '${folder}'`;
