-- SPDX-License-Identifier: Apache-2.0
-- Sets a page of this program for a word processor: no links for screens, lines as rows of two columns, details and
-- sentences in styles of their own. Run by pandoc (2.17 and later).

local function styled(name, inlines)
  return pandoc.Div({ pandoc.Para(inlines) }, pandoc.Attr("", {}, { ["custom-style"] = name }))
end

local function has_class(element, class)
  return element.classes ~= nil and element.classes:includes(class)
end

local function mark(inlines)
  return pandoc.Span(inlines, pandoc.Attr("", {}, { ["custom-style"] = "Mark" }))
end

-- The words of a line, and its detail, which stands in a paragraph of its own.
local function line_blocks(blocks)
  local text, detail = pandoc.List(), pandoc.List()
  for _, block in ipairs(blocks) do
    for _, inline in ipairs(block.content or {}) do
      if inline.t == "Span" and has_class(inline, "detail") then
        detail:extend(inline.content)
      elseif inline.t == "Link" and has_class(inline, "mark") then
        text:insert(pandoc.Link(mark(inline.content), inline.target))
      else
        text:insert(inline)
      end
    end
  end
  local result = pandoc.List({ pandoc.Plain(text) })
  if #detail > 0 then result:insert(styled("Detail", detail)) end
  return result
end

-- Label and line of an item of a list of lines; nil where it is no such item.
local function line_parts(item)
  local body = item[#item]
  if body == nil or body.t ~= "Div" then return nil end
  local label = pandoc.List()
  if #item > 1 and item[1].content and item[1].content[1] and item[1].content[1].t == "Span" then
    for _, inline in ipairs(item[1].content[1].content) do
      label:insert(inline)
      -- A span of days breaks between its days.
      if inline.t == "Str" and inline.text:sub(-1) == "/" then label:insert(pandoc.LineBreak()) end
    end
  end
  return label, line_blocks(body.content)
end

function BulletList(list)
  local rows, is_labelled = pandoc.List(), false
  for _, item in ipairs(list.content) do
    local label, blocks = line_parts(item)
    if label == nil then return nil end
    is_labelled = is_labelled or #label > 0
    rows:insert({ label = label, blocks = blocks })
  end
  if not is_labelled then
    local blocks = pandoc.List()
    for _, row in ipairs(rows) do blocks:extend(row.blocks) end
    return blocks
  end
  local cells = {}
  for _, row in ipairs(rows) do
    table.insert(cells, { { styled("Label", row.label) }, row.blocks })
  end
  local simple = pandoc.SimpleTable("", { "AlignLeft", "AlignLeft" }, { 0.2, 0.8 }, {}, cells)
  return pandoc.utils.from_simple_table(simple)
end

-- The inlines of a sentence, with a tab behind the mark at its beginning.
local behind_mark
function behind_mark(inlines)
  local result = pandoc.List()
  for _, inline in ipairs(inlines) do
    if inline.t == "Span" and has_class(inline, "mark") then
      result:insert(mark(inline.content))
      result:insert(pandoc.RawInline("openxml", "<w:r><w:tab/></w:r>"))
    elseif inline.t == "Span" and inline.identifier ~= "" then
      result:insert(pandoc.Span(behind_mark(inline.content), pandoc.Attr(inline.identifier)))
    else
      result:insert(inline)
    end
  end
  return result
end

-- A source with its sentences: the number and title as an item, each sentence behind its mark.
function OrderedList(list)
  for _, item in ipairs(list.content) do
    for index, block in ipairs(item) do
      if block.t == "OrderedList" then
        local sentences = pandoc.List()
        for _, sentence in ipairs(block.content) do
          sentences:insert(styled("Sentence", behind_mark(sentence[1].content)))
        end
        item[index] = pandoc.Div(sentences)
      end
    end
  end
  return list
end

-- The bytes that base64 stands for (RFC 4648, section 4).
local function decoded(text)
  local alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
  local bytes, bits, count = {}, 0, 0
  for letter in text:gmatch("[%w+/]") do
    bits = (bits << 6 | alphabet:find(letter, 1, true) - 1) & 0xFFFFFF
    count = count + 6
    if count >= 8 then
      count = count - 8
      table.insert(bytes, string.char(bits >> count & 0xFF))
    end
  end
  return table.concat(bytes)
end

-- Word processors take a chart as a picture, which rsvg-convert makes. Without it the chart is left out: its values stand
-- in the lines before it.
local charts = 0

function Image(image)
  local drawing = image.src:match("^data:image/svg%+xml;base64,(.*)$")
  if drawing == nil then return nil end
  -- A reader of HTML writes the name of this attribute in lower case.
  local svg = decoded(drawing):gsub("viewbox=", "viewBox="):gsub(' width="100%%"', ' width="1280"', 1)
  local made, picture = pcall(pandoc.pipe, "rsvg-convert", { "--width=1280", "--keep-aspect-ratio" }, svg)
  if not made then return {} end
  charts = charts + 1
  local name = "chart-" .. charts .. ".png"
  pandoc.mediabag.insert(name, "image/png", picture)
  return pandoc.Image(image.caption, name, "", pandoc.Attr("", {}, { width = "95%" }))
end

function Para(paragraph)
  local first = paragraph.content[1]
  if first and first.t == "Link" and has_class(first, "skip") then return {} end
end

function Header(header)
  -- The title stands in the document's head already.
  if header.level == 1 then return {} end
  header.level = header.level - 1
  return header
end

-- What leads to the parts of a page on a screen is of no use on paper.
function Pandoc(document)
  local blocks = pandoc.List()
  for _, block in ipairs(document.blocks) do
    if block.t ~= "BulletList" then blocks:insert(block) end
  end
  return pandoc.Pandoc(blocks, document.meta)
end
