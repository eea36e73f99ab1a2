import { describe, expect, test } from "vitest";
import { AboutPage } from "../../web/pages/about.tsx";
import { HomePage } from "../../web/pages/home.tsx";
import { ProblemPage } from "../../web/pages/problem.tsx";
import type { View } from "../../web/view.ts";
import { parse } from "./tree.ts";

const contact = {
  phone: "0571-8888 0000",
  hall: "市民中心大厅",
  address: "滨江路 100 号",
  hours: "8:30—17:00",
};
const asked = [{ text: "申请公开政府文件", href: "/disclosure" }];
const notices = [{ title: "清明节服务时间", day: "2026-03-28", href: "/announcements/x" }];

const pages: [name: string, page: (view: View) => unknown][] = [
  ["home", (view) => <HomePage view={view} asked={asked} notices={notices} contact={contact} />],
  ["about", (view) => <AboutPage view={view} part="about" />],
  ["privacy", (view) => <AboutPage view={view} part="privacy" />],
  ["accessibility", (view) => <AboutPage view={view} part="accessibility" />],
  ...[403, 404, 409, 413, 429, 500, 503].map((status): [string, (view: View) => unknown] => [
    `problem ${status}`,
    (view) => <ProblemPage view={view} status={status} phone={contact.phone} />,
  ]),
];

const views = (["zh", "en"] as const).flatMap((lang) => [false, true].map((elder) => ({ lang, elder })));

function viewOf(change: Partial<View>): View {
  return {
    lang: "zh",
    elder: false,
    path: "/progress?step=2",
    government: { zh: "江川市人民政府", en: "Jiangchuan Municipal Government" },
    assets: "/assets/0123456789",
    ...change,
  };
}

async function open(page: (view: View) => unknown, change: Partial<View> = {}) {
  const html = String(await page(viewOf(change)));
  return { html, document: parse(html) };
}

describe.each(views)("in $lang, elder $elder", (change) => {
  test.each(pages)("%s is a whole page that needs no script or style of its own", async (_name, page) => {
    const { html, document } = await open(page, change);
    expect(html).toMatch(/^<html/);
    expect(document.documentElement.lang).toBe(change.lang === "zh" ? "zh-Hans" : "en");
    expect(document.querySelectorAll("h1")).toHaveLength(1);
    expect(document.querySelectorAll("main#main")).toHaveLength(1);
    expect(document.querySelector('meta[name="viewport"]')?.getAttribute("content")).toContain(
      "width=device-width",
    );
    expect(document.body.classList.contains("elder")).toBe(change.elder);
    expect(document.querySelectorAll("style,[style],script:not([src])")).toHaveLength(0);
    expect(html).not.toMatch(/\son[a-z]+=/);
    expect(document.querySelector(".govuk-skip-link")?.getAttribute("href")).toBe("#main");
  });

  test.each(pages)("%s names every field, link and button, once per id", async (_name, page) => {
    const { document } = await open(page, change);
    const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const one of document.querySelectorAll("a,button")) expect(one.textContent?.trim()).not.toBe("");
    for (const one of document.querySelectorAll<HTMLInputElement>("input:not([type=hidden])")) {
      expect(one.labels?.length).toBe(1);
    }
    for (const link of document.querySelectorAll("a"))
      expect(link.getAttribute("href")).toMatch(/^(\/|#|tel:)/);
  });

  test("titles are unique and name the government", async () => {
    const titles = await Promise.all(
      pages.map(async ([, page]) => (await open(page, change)).document.title),
    );
    expect(new Set(titles).size).toBe(titles.length);
    const name = viewOf({}).government[change.lang];
    expect(titles.filter((title) => !title.includes(name))).toEqual([]);
  });
});

test("the doors and the bar on a phone lead to the same places", async () => {
  const { document } = await open((view) => (
    <HomePage view={view} asked={[]} notices={[]} contact={contact} />
  ));
  const hrefs = (selector: string) =>
    [...document.querySelectorAll(selector)].map((one) => one.getAttribute("href"));
  expect(hrefs(".door")).toEqual(["/guides", "/bookings", "/progress", "/disclosure", "/advice"]);
  expect(hrefs(".bottom-bar a")).toEqual(["/", "/guides", "/bookings", "/progress"]);
  expect(document.querySelector("form")?.getAttribute("action")).toBe("/guides");
});

test("switches lead to this same page", async () => {
  const { document } = await open((view) => <AboutPage view={view} part="about" />, {
    lang: "en",
    elder: true,
  });
  const [view, language] = document.querySelectorAll(".header__switches a");
  expect(view?.getAttribute("href")).toBe("/progress?step=2&view=standard");
  expect(language?.getAttribute("href")).toBe("/progress?step=2&lang=zh");
  expect(language?.getAttribute("lang")).toBe("zh-Hans");
});

test("a problem without words of its own is told as the nearest one", async () => {
  const title = async (status: number) =>
    (await open((view) => <ProblemPage view={view} status={status} />)).document.querySelector("h1")
      ?.textContent;
  expect(await title(418)).toBe(await title(404));
  expect(await title(502)).toBe(await title(500));
});
