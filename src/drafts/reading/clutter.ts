import { simplified } from './simplified.ts';

/** Lines that blog platforms put around and into a text, whole. */
const WHOLE: readonly RegExp[] = [
  // Buttons and marks at code
  /^(?:登录后)?复制(?:代码)?$|^代码解读(?:复制代码)?$|^体验AI代码助手$|^AI写代码$|^AI生成项目$|^(?:一键)?运行$|^收起$|^展开(?:代码|全文)?$|^代码语言[:：].{0,40}$|^代码运行次数[:：].{0,20}$|^copy(?: code)?$|^copied!?$/i,
  // What one may do with the post
  /^(?:登录后查看全文|阅读全文|点赞|收藏|关注|已关注|评论|分享|举报|打赏|赞|踩|关注作者|首页|目录|文章目录|正文|专栏|订阅专栏|写文章|登录|注册|登录\s?[/|]\s?注册|下载APP|返回顶部|上一篇.{0,80}|下一篇.{0,80})$/,
  /^(?:skip to (?:main )?content|sign (?:in|up)|log ?in|subscribe(?: now)?|share(?: this)?(?: post| article)?|follow(?: me.{0,40})?|like|reply|report|menu|home|about|search|archive|table of contents|on this page|advertisement|sponsored(?: by .{0,60})?|loading\.*|read more|previous(?: post)?.{0,80}|next(?: post)?:.{0,80}|back to top|view (?:raw|comments)|toggle .{0,30})$/i,
  // Counts, dates, authors
  /^[\d.,]{1,9}\s?[kw万]?\s?(?:次)?(?:阅读|浏览|点赞|收藏|评论|人赞同|关注|播放).{0,80}$/i,
  /^[\d.,]{1,9}\s?[kw万]?\s?(?:声望|粉丝)$/i,
  /^(?:阅读|浏览|阅读量|阅读数|浏览量|访问量)[:：]?\s?[\d.,]{1,9}\s?[kw万]?.{0,80}$/i,
  /^[\d,.]{1,9}k? (?:views?|likes?|claps?|comments?|responses?|reads?|min(?:ute)?s? read)(?:[\s·•|].{0,60})?$/i,
  /^(?:最新推荐文章)?于?\s?\d{4}[-年/.]\d{1,2}[-月/.]\d{1,2}.{0,40}(?:发布|作者|修改|阅读|编辑).{0,80}$/,
  /^(?:作者|发布时间|发布于|编辑于|发表于|更新时间|最后更新|原文地址|原文链接|来源|转载自|出处|标签|文章标签|分类专栏|分类|专栏|IP属地|IP 属地)[:：\s].{0,200}$/,
  /^(?:posted|published|updated|written|last (?:updated|modified))(?: on| by|:)?\s.{0,80}\d{4}.{0,60}$/i,
  /^(?:by [A-Z][\w.-]+(?: [A-Z][\w.-]+)?|tags?:.{0,120}|filed under.{0,120}|categories:.{0,120}|photo by.{0,80})$/i,
  // Rights
  /^.{0,40}(?:版权声明|著作权归作者|本文为博主|未经(?:作者|博主)?允许|转载请注明|CC 4\.0 BY-SA|版权协议).{0,300}$/,
  /^(?:©|\(c\)|copyright).{0,120}$|^all rights reserved.{0,60}$/i,
  /^.{0,6}创作声明.{0,120}$|^.{0,40}AI\s?辅助(?:生成|创作).{0,80}$|^.{0,30}AIGC.{0,60}$/,
  // Advertisements
  /^.{0,10}【免费下载链接】.{0,400}$|^项目地址[:：]?\s?https?:\S{1,200}$/,
  /^.{0,60}(?:扫码|扫描二维码|微信公众号|关注公众号|加入.{0,10}交流群|QQ群|限时优惠|立即购买|点击领取|免费领取|粉丝福利|一键三连).{0,120}$/,
  /^.{0,40}(?:subscribe to (?:my|our|the) newsletter|use (?:my|the) (?:code|coupon)|special offer|this post contains affiliate|we use cookies).{0,200}$/i,
  // Forms of trackers: what was not filled in, what was ticked off
  /^_?(?:no response|n\/a)_?$/i,
  /^\[[ xX]\]\s.{0,500}$/,
  // Tables of contents, tags of site generators
  /^\[[^\]]{0,200}\]\(#[^)]{0,200}\)$/,
  /^(?:\{% .{0,300} %\}.{0,300}|\[toc\]|@\[toc\].{0,80})$/i,
  // Questions and answers
  /^(?:asked|modified|viewed|edited|answered|commented)\b.{4,60}$/i,
  /^(?:improve this (?:question|answer)|add a comment|sorted by:?|highest score.{0,20}|report this ad|draft saved|by clicking .{0,200})$/i,
  /^[\w .-]{1,40}[’']s user avatar$/i,
  /^[\d.,]{1,12}k?\d{0,8} (?:gold|silver|bronze) badges?$/i,
  // What readers of a platform see beside it
  /^(?:赞同\s?\d{0,6}|\d{1,6}\s?人赞同.{0,20}|关注他|关注她|关注者|申请转载|阅读原文|分享 收藏.{0,20}|在看.{0,10}|设为星标.{0,20}|原创 .{0,60}\d{4}.{0,30}|写下你的评论.{0,10}|默认|最新|被浏览)$/,
  /^.{0,20}(?:点击上方|点击查看活动详情|掘金日新计划|新人创作礼|日更挑战|创作活动|赞助商|赞助商广告).{0,300}$|^.{0,60}(?:掘金日新计划|更文挑战).{0,300}$/,
  /^.{0,200}(?:this (?:site|website) uses cookies|join [\d,.k]{1,9} (?:readers|subscribers)|ads via \w{1,20}|originally published (?:at|on)|cover (?:photo|image) by|one mail a month|no spam).{0,200}$/i,
  // Rules and counts of a comment form
  /^[-=*_·•—]{3,}$/,
];

/** What ends a text for good, whatever comes below it. */
const END =
  /^(?:[-—–=*~\s]{0,8}(?:END|完|全文完|本文完|the end|fin)[-—–=*~\s.。]{0,8}|往期(?:精彩|推荐|回顾|文章|好文).{0,10}|延伸阅读|喜欢此内容的人还喜欢|写下你的评论.{0,10}|撰写评论.{0,10}|留言(?:板|[（(]?\s?\d{0,5}[)）]?)?|your answer|not the answer you[’']re looking for.{0,200}|hot network questions|(?:related|suggested) topics|post as a guest|stay in the loop.{0,40})[:：]?$/i;

/** True for a line behind which nothing of the text stands any more. */
export function endsText(line: string): boolean {
  const bare = simplified(bareText(line));
  return bare.length <= 240 && END.test(bare);
}

/** What opens the part of a page that belongs to other pages. */
const TAIL =
  /^(?:相关推荐|相关项目推荐|热门项目推荐|项目推荐|项目优选|推荐阅读|为您推荐|相关文章|相关阅读|相关博客|热门文章|热门推荐|最新文章|最新内容推荐|最近文章|猜你喜欢|大家都在看|上一篇|下一篇|评论区?(?:\s?\d{1,5})?|\d{1,5}\s?条评论|全部评论.{0,10}|最新评论|文章被收录于专栏.{0,20}|related (?:posts?|articles?|projects?|reading|stories)|you (?:may|might) also (?:like|enjoy).{0,20}|more from .{0,40}|recommended(?: for you| reading)?|popular posts?|recent posts?|leave a (?:comment|reply)|\d{0,5}\s?comments?|about the author|read next|linked|related|trending.{0,20}|archives?)[:：]?$/i;

const MARKS = /^[#>*\s\-•·|/]{1,12}|[*_\s]{1,6}$/g;

/** A line without the marks of headings, lists and emphasis around it. */
export function bareText(line: string): string {
  return line.replace(MARKS, '').trim();
}

/** True for a line that a platform put there, whatever the text is about. */
export function isClutter(line: string): boolean {
  const bare = simplified(bareText(line));
  return bare !== '' && bare.length <= 600 && WHOLE.some((form) => form.test(bare));
}

/** True for a line behind which other pages are advertised. */
export function opensTail(line: string): boolean {
  const bare = simplified(bareText(line));
  return bare.length <= 60 && TAIL.test(bare);
}
