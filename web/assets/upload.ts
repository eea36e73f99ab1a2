/**
 * Forms marked `data-upload` post one file straight to the bucket under a signed policy. With a script they show how
 * far it is and say in words when it failed; the server still verifies every file on the next page, so a wrong guess
 * here costs nothing.
 */
export function watchUploads(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-upload]")) {
    form.addEventListener("submit", (event) => {
      const input = form.querySelector<HTMLInputElement>('input[type="file"]');
      const file = input?.files?.[0];
      if (!input || !file) return;
      event.preventDefault();
      if (form.dataset.sending) return;
      const status = statusOf(form, input);
      const limit = Number(form.dataset.max ?? 0);
      if (limit && file.size > limit) status.fail(form.dataset.tooLarge ?? "");
      else send(form, status);
    });
    // Whoever has chosen a file thinks it is handed in, and might go on without a second press. Only where the page
    // holds nothing that was typed and not yet saved.
    if (form.dataset.upload !== "at-once") continue;
    form.addEventListener("change", (event) => {
      if (event.target instanceof HTMLInputElement && event.target.files?.length) form.requestSubmit();
    });
  }
}

interface Status {
  start(text: string): void;
  move(share: number): void;
  finish(text: string): void;
  fail(text: string): void;
}

function send(form: HTMLFormElement, status: Status): void {
  const { uploading = "", uploaded = "", failed = "", next = "" } = form.dataset;
  const request = new XMLHttpRequest();
  let sent = 0;
  let whole = false;
  const stop = (end: () => void) => {
    delete form.dataset.sending;
    end();
  };
  const arrive = () => {
    status.finish(uploaded);
    location.assign(next || location.href);
  };
  request.upload.addEventListener("progress", (event) => {
    sent = event.loaded;
    if (event.lengthComputable) status.move(event.loaded / event.total);
  });
  request.upload.addEventListener("load", () => {
    whole = true;
  });
  request.addEventListener("load", () => stop(request.status < 400 ? arrive : () => status.fail(failed)));
  request.addEventListener("error", () =>
    stop(() => {
      // All was sent and only the answer could not be read, such as a redirect to another origin: the next page knows.
      if (whole) arrive();
      // Nothing went out at all although there is a network: the bucket does not take requests by script.
      else if (sent === 0 && navigator.onLine) form.submit();
      else status.fail(failed);
    }),
  );
  form.dataset.sending = "yes";
  status.start(uploading);
  request.open("POST", form.action);
  request.send(new FormData(form));
}

/** One line that is read out when it changes, and a bar that is not, under the file field. */
function statusOf(form: HTMLFormElement, input: HTMLInputElement): Status {
  const line = form.querySelector<HTMLElement>(".upload__status") ?? document.createElement("p");
  const bar = form.querySelector<HTMLProgressElement>(".upload__bar") ?? document.createElement("progress");
  line.className = "upload__status";
  line.setAttribute("role", "status");
  bar.className = "upload__bar";
  bar.setAttribute("aria-hidden", "true");
  bar.max = 1;
  input.after(line, bar);
  const say = (state: string, text: string) => {
    line.dataset.state = state;
    line.textContent = text;
    bar.hidden = state !== "sending";
  };
  return {
    start: (text) => {
      bar.removeAttribute("value");
      say("sending", text);
    },
    move: (share) => {
      bar.value = share;
    },
    finish: (text) => say("done", text),
    fail: (text) => {
      say("failed", text);
      input.focus();
    },
  };
}
