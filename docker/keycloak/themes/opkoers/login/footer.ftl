<#-- Languages and a way back, as links: Keycloak's own list of languages needs script, and it has no way back at all. -->
<#macro content>
<#if client?? && (client.baseUrl)?has_content && ["login", "login-otp"]?seq_contains(pageId)>
<p><a id="back" href="${client.baseUrl}/failed?error=access_denied">${msg("backWithoutLoggingIn")}</a></p>
</#if>
<#if realm.internationalizationEnabled && locale.supported?size gt 1>
<nav class="languages" aria-label="${msg("languages")}">
<ul>
<#list ["nl", "en", "tr", "ar", "ti"] as tag>
<#list locale.supported?filter(each -> each.languageTag == tag) as each>
<li><a href="${each.url}" lang="${tag}" hreflang="${tag}" dir="${(tag == "ar")?then("rtl", "ltr")}"<#if tag == locale.currentLanguageTag> aria-current="true"</#if>>${msg("locale_" + tag)}</a></li>
</#list>
</#list>
</ul>
</nav>
</#if>
</#macro>
