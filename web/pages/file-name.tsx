import { Icon } from "../components/icon.tsx";
import { formatBytes } from "../words.ts";

/** A file in a list: what it is called, of which type it is, and how large. */
export function FileName({ file }: { file: { name: string; kind: string; sizeBytes: number } }) {
  return (
    <>
      <Icon name="file" />
      <span class="files__name">
        <bdi>{file.name}</bdi>
        <span class="muted files__facts">
          {" "}
          {file.kind.toUpperCase()}, {formatBytes(file.sizeBytes)}
        </span>
      </span>
    </>
  );
}
